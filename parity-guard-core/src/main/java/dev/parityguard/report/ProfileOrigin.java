package dev.parityguard.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which profile a report was judged by. Immutable.
 *
 * @param name the profile's name
 * @param environment where it was captured, or null
 * @param capturedAt when it was captured, or null
 * @param fingerprint SHA-256 of the profile's canonical form, lower-case hexadecimal
 */
public record ProfileOrigin(
        String name, @Nullable String environment, @Nullable Instant capturedAt, String fingerprint) {}
