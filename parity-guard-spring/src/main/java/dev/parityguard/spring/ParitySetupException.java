package dev.parityguard.spring;

/** The guard cannot do what it was told to; its message is for the person who set it up. */
final class ParitySetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    ParitySetupException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** What to do about it. */
    String action() {
        return action;
    }
}
