package dev.parityguard.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The expected state: captured facts and the rules that people wrote. Immutable.
 *
 * @param name the application's name
 * @param captured where and when the facts were captured, or null in a profile written by hand
 * @param modes what a mismatch leads to, by environment; the name {@code default} holds for all others
 * @param variables what is demanded of the environment variables, by name
 * @param services what is expected, by service name
 * @param rules hand-written overrides in their order; the last one that applies decides
 */
public record Profile(
        String name,
        @Nullable Captured captured,
        SortedMap<String, EnvironmentPolicy> modes,
        SortedMap<String, VariableContract> variables,
        SortedMap<String, ServiceExpectation> services,
        List<Rule> rules) {

    /** The newest format that this release reads and the one it writes. */
    public static final int FORMAT = 1;

    public Profile {
        modes = sorted(modes);
        variables = sorted(variables);
        services = sorted(services);
        rules = List.copyOf(rules);
    }

    /**
     * Where the captured half comes from.
     *
     * @param environment the environment's name, or null
     * @param at when
     * @param by which release of the library
     */
    public record Captured(@Nullable String environment, Instant at, String by) {}

    /** The policy of that environment, or the default one, or null when the profile has neither. */
    public @Nullable EnvironmentPolicy policy(@Nullable String environment) {
        EnvironmentPolicy own = environment == null ? null : modes.get(environment);
        return own != null ? own : modes.get("default");
    }

    static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
