package dev.parityguard.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads profiles of format 1, strictly: what is not understood is refused with a {@link ProfileException} that says
 * where and what was meant. Safe for use by several threads; a text of any content is read or refused in bounded time.
 */
public final class ProfileReader {
    /** The largest profile, in bytes. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private ProfileReader() {}

    /**
     * Reads a file.
     *
     * @throws ProfileException when there is no such file, it cannot be read, or it is no profile
     */
    public static ProfileDocument read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, file.toString());
        } catch (NoSuchFileException e) {
            throw missing(file.toString());
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @param bytes what {@link Class#getResourceAsStream} gives: null when there is no such resource
     * @param source the name under which people know the text; every complaint begins with it
     * @throws ProfileException when there is none, it cannot be read, or it is no profile
     */
    public static ProfileDocument read(@Nullable InputStream bytes, String source) {
        if (bytes == null) {
            throw missing(source);
        }
        try {
            return read(bytes.readNBytes(MAX_BYTES + 1), source);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @param source the name under which people know the text; every complaint begins with it
     * @throws ProfileException when it is no profile
     */
    public static ProfileDocument read(byte[] bytes, String source) {
        if (bytes.length > MAX_BYTES) {
            throw new ProfileException(source + ": the profile is too large: at most " + MAX_BYTES + " bytes are read");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Source named = new Source(source, text);
            JsonValue value = JsonText.parse(named);
            Profile profile = ProfileFormat.read(Place.root(named, value));
            return new ProfileDocument(profile, named, (JsonValue.Mapping) value);
        } catch (CharacterCodingException e) {
            throw new ProfileException(source + ": the profile is not written in UTF-8");
        }
    }

    private static ProfileException missing(String source) {
        return new ProfileException(
                source + ": there is no such profile; capture one where all is well, and keep it with the code");
    }

    private static ProfileException unreadable(String source, IOException e) {
        return new ProfileException(
                source + ": the profile cannot be read: " + e.getClass().getSimpleName(), e);
    }
}
