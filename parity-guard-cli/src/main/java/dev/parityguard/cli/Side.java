package dev.parityguard.cli;

import dev.parityguard.fact.Observation;
import dev.parityguard.profile.ProfileDocument;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One of two environments that are compared.
 *
 * @param name how a person knows it
 * @param at when it was looked at
 * @param services what its services are
 * @param document the profile it was read from, or null when it was looked at
 */
record Side(
        String name,
        @Nullable Instant at,
        SortedMap<String, Observation> services,
        @Nullable ProfileDocument document) {}
