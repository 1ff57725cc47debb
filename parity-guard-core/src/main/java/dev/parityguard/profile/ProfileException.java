package dev.parityguard.profile;

/**
 * A profile that cannot be read. The message is meant for the person who wrote it: it names the file, the line and
 * column, the place as a JSON pointer, what was found and what is allowed. It never holds a URL.
 */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProfileException(String message) {
        super(message);
    }

    ProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
