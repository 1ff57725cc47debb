package dev.parityguard.compare;

import dev.parityguard.fact.Observation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One service as the run met it.
 *
 * @param name the service by the name the application gives it
 * @param kind what the application or the profile says it is, or null when nobody said
 * @param use what it is used for, or null
 * @param observation what was seen
 * @param took how long looking took
 */
public record SeenService(
        String name, @Nullable String kind, @Nullable String use, Observation observation, Duration took) {}
