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

/** Where the profile in use comes from: class path, file, or elsewhere; and what makes it trusted. Immutable. */
final class ProfileSource {
    static final String DEFAULT = "classpath:parity-profile.json";
    private static final String CLASS_PATH = "classpath:";

    private final Settings settings;
    private final Configuration configuration;

    ProfileSource(Settings settings, Configuration configuration) {
        this.settings = settings;
        this.configuration = configuration;
    }

    /** The profile, or why there is none. A profile that lies elsewhere may take half of the time of a run. */
    ProfileLookup lookup() {
        String location = location();
        if (needsProof(location)) {
            return proven(location);
        }
        try {
            return new ProfileLookup(plain(location), location, null);
        } catch (ProfileException e) {
            return unreadable(location, String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            return unreadable(
                    location, location + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /**
     * The profile, or null when there is none.
     *
     * @throws IOException when it cannot be had or is not trusted
     * @throws ProfileException when it is no profile
     */
    @Nullable
    ProfileDocument document() throws IOException {
        String location = location();
        if (!needsProof(location)) {
            return plain(location);
        }
        ProfileLookup lookup = proven(location);
        if (lookup.document() == null && lookup.problem() != null) {
            throw new IOException(lookup.location() + ": " + lookup.problem().sentence());
        }
        return lookup.document();
    }

    /** Whether the profile lies elsewhere. */
    boolean isElsewhere() {
        return isElsewhere(location());
    }

    private static boolean isElsewhere(String location) {
        return location.contains("://");
    }

    private boolean needsProof(String location) {
        return isElsewhere(location) || location.contains(TrustedProfile.PIN) || key() != null;
    }

    private ProfileLookup proven(String location) {
        return new TrustedProfile(
                        location,
                        key(),
                        settings.said(Settings.PROFILE_CACHE),
                        configuration.deadline().dividedBy(2))
                .lookup();
    }

    private @Nullable String key() {
        String outside = settings.said(Settings.PROFILE_KEY);
        return outside == null ? configuration.profileKey() : outside;
    }

    String location() {
        String outside = settings.said(Settings.PROFILE);
        if (outside != null) {
            return outside;
        }
        return configuration.profile() == null ? DEFAULT : configuration.profile();
    }

    private static ProfileLookup unreadable(String location, String sentence) {
        return new ProfileLookup(null, location, new ProfileLookup.Problem(ProfileLookup.Kind.UNREADABLE, sentence));
    }

    private static @Nullable ProfileDocument plain(String location) throws IOException {
        try (InputStream in = open(location)) {
            return in == null ? null : ProfileReader.read(in, location);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** What lies on the class path or in a file; null when there is no such resource. */
    static @Nullable InputStream open(String location) throws IOException {
        if (!location.startsWith(CLASS_PATH)) {
            return Files.newInputStream(Path.of(location));
        }
        String resource = location.substring(CLASS_PATH.length());
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context != null ? context : ProfileSource.class.getClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(resource) : loader.getResourceAsStream(resource);
    }
}
