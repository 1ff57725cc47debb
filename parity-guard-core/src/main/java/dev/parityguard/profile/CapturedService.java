package dev.parityguard.profile;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one service, to be written into a profile. Immutable.
 *
 * @param kind what answered
 * @param facts what was seen, by fact name
 * @param unknowns what could not be looked at: what the profile says of it is kept
 * @param url for a service that the profile does not have yet: where to find it, with {@code ${NAME}} in place of
 *     whatever is secret; or null
 * @param use for a service that the profile does not have yet: what it is used for, or null
 * @param properties for a service that the profile does not have yet: further properties of the target
 */
public record CapturedService(
        String kind,
        SortedMap<String, String> facts,
        List<Unknown> unknowns,
        @Nullable String url,
        @Nullable String use,
        SortedMap<String, String> properties) {

    public CapturedService {
        facts = Profile.sorted(facts);
        unknowns = List.copyOf(unknowns);
        properties = Profile.sorted(properties);
    }

    /** What an observation gave, for a service of which nothing else is known. */
    public static CapturedService of(String kind, Facts facts, List<Unknown> unknowns) {
        SortedMap<String, String> values = new TreeMap<>();
        facts.forEach(fact -> values.put(fact.name(), fact.value()));
        return new CapturedService(kind, values, unknowns, null, null, new TreeMap<>());
    }

    boolean couldNotRead(String fact) {
        return unknowns.stream()
                .anyMatch(unknown -> unknown.cause() != Unknown.Cause.NOT_COMPARABLE && unknown.covers(fact));
    }
}
