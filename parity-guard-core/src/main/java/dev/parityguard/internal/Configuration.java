package dev.parityguard.internal;

import dev.parityguard.fact.Mode;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the application says of a run. Immutable.
 *
 * @param name the application's name, for a profile that does not exist yet
 * @param environment the environment's name, or null when only the outside says it
 * @param mode what a mismatch leads to, or null to leave that to the profile
 * @param profile where the profile is: {@code classpath:…} or a file; null for the default
 * @param profileRequired whether a missing profile is an error
 * @param process whether the process itself is looked at
 * @param schema whether a capture tells what migrations bring about, where the profile does not have it yet
 * @param captureHint how a profile is captured in this application
 * @param deadline how long a run may take
 * @param targets where services are found, by service name
 * @param moreTargets tells further ones, once it is known what the profile expects; or null
 * @param variables where variables are read from
 * @param clock what time it is
 */
public record Configuration(
        String name,
        @Nullable String environment,
        @Nullable Mode mode,
        @Nullable String profile,
        boolean profileRequired,
        boolean process,
        boolean schema,
        String captureHint,
        Duration deadline,
        SortedMap<String, Target> targets,
        @Nullable BiConsumer<SortedMap<String, ServiceExpectation>, BiConsumer<String, Target>> moreTargets,
        VariableSource variables,
        Clock clock) {

    public Configuration {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }
}
