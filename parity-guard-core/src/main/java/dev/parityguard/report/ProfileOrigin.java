package dev.parityguard.report;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which profile a report was judged by. Immutable. */
public final class ProfileOrigin {
    private final String name;
    private final @Nullable String environment;
    private final @Nullable Instant capturedAt;
    private final Supplier<String> fingerprint;

    /**
     * The profile of that name.
     *
     * @param name the profile's name
     * @param environment where it was captured, or null
     * @param capturedAt when it was captured, or null
     * @param fingerprint computes {@link #fingerprint()}, on demand: a start that agrees asks nobody for it
     */
    public ProfileOrigin(
            String name, @Nullable String environment, @Nullable Instant capturedAt, Supplier<String> fingerprint) {
        this.name = name;
        this.environment = environment;
        this.capturedAt = capturedAt;
        this.fingerprint = fingerprint;
    }

    /** The profile's name. */
    public String name() {
        return name;
    }

    /** Where it was captured, or null. */
    public @Nullable String environment() {
        return environment;
    }

    /** When it was captured, or null. */
    public @Nullable Instant capturedAt() {
        return capturedAt;
    }

    /** SHA-256 of the profile's canonical form, lower-case hexadecimal. */
    public String fingerprint() {
        return fingerprint.get();
    }
}
