package dev.parityguard.internal;

import dev.parityguard.fact.Mode;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
 * @param profileKey the public key of whoever signs the profile, or null
 * @param profileMaxAge how old a captured profile may be, or null
 * @param profileRequired whether a missing profile is an error
 * @param process whether the process itself is looked at
 * @param schema whether a capture tells what migrations bring about, where the profile does not have it yet
 * @param captureHint how a profile is captured in this application
 * @param deadline how long a run may take
 * @param targets where services are found, by service name
 * @param only the services that it is about, and neither variables nor the process; or null for everything
 * @param rules what overrides the rules of the profile
 * @param moreTargets tells further ones, once it is known what the profile expects; or null
 * @param variables where variables are read from
 * @param clock what time it is
 */
public record Configuration(
        String name,
        @Nullable String environment,
        @Nullable Mode mode,
        @Nullable String profile,
        @Nullable String profileKey,
        @Nullable Duration profileMaxAge,
        boolean profileRequired,
        boolean process,
        boolean schema,
        String captureHint,
        Duration deadline,
        SortedMap<String, Target> targets,
        @Nullable Set<String> only,
        List<Rule> rules,
        @Nullable BiConsumer<SortedMap<String, ServiceExpectation>, BiConsumer<String, Target>> moreTargets,
        VariableSource variables,
        Clock clock) {

    public Configuration {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        only = only == null ? null : Set.copyOf(only);
        rules = List.copyOf(rules);
    }

    /** Whether this run is about that service. */
    boolean isAbout(String service) {
        return only == null || only.contains(service);
    }

    /** What is expected of that which this run is about. */
    @Nullable
    Profile narrowed(@Nullable Profile profile) {
        if (profile == null || (only == null && rules.isEmpty())) {
            return profile;
        }
        List<Rule> all = new ArrayList<>(profile.rules());
        all.addAll(rules);
        SortedMap<String, ServiceExpectation> services = new TreeMap<>(profile.services());
        services.keySet().removeIf(service -> !isAbout(service));
        return new Profile(
                profile.name(),
                profile.captured(),
                profile.modes(),
                only == null ? profile.variables() : Collections.emptySortedMap(),
                services,
                all);
    }
}
