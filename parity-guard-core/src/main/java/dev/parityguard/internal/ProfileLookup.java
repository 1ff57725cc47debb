package dev.parityguard.internal;

import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileException;
import dev.parityguard.profile.ProfileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The profile as it was found.
 *
 * @param document the profile, or null when there is none or it cannot be read
 * @param location where it was looked for
 * @param problem why it cannot be read, or null
 */
record ProfileLookup(
        @Nullable ProfileDocument document,
        String location,
        @Nullable String problem) {
    static final String DEFAULT = "classpath:parity-profile.json";
    private static final String CLASS_PATH = "classpath:";

    /** Where nobody has looked. */
    static ProfileLookup nowhere() {
        return new ProfileLookup(null, DEFAULT, null);
    }

    /** Reads the profile from {@code classpath:…} or a file's path. */
    static ProfileLookup at(String location) {
        try {
            return new ProfileLookup(document(location), location, null);
        } catch (ProfileException e) {
            return new ProfileLookup(null, location, e.getMessage());
        } catch (IOException | InvalidPathException e) {
            return new ProfileLookup(
                    null,
                    location,
                    location + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /**
     * The profile there, or null when there is none.
     *
     * @throws ProfileException when it is no profile
     */
    static @Nullable ProfileDocument document(String location) throws IOException {
        try (InputStream in = open(location)) {
            return in == null ? null : ProfileReader.read(in, location);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static @Nullable InputStream open(String location) throws IOException {
        if (!location.startsWith(CLASS_PATH)) {
            return Files.newInputStream(Path.of(location));
        }
        String resource = location.substring(CLASS_PATH.length());
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context != null ? context : ProfileLookup.class.getClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(resource) : loader.getResourceAsStream(resource);
    }
}
