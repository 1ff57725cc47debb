package dev.parityguard.profile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of one service.
 *
 * @param kind what should answer for it, for example {@code postgresql}
 * @param url where to find it when the application gives no handle: a URL in which {@code ${NAME}} stands for an
 *     environment variable; or null
 * @param use what it is used for ({@code cache}, {@code queue}, {@code session}, {@code lock}), or null
 * @param owner who cares for it, or null
 * @param runbook where to read on, or null
 * @param properties further properties of the target, such as {@code bucket}; {@code ${NAME}} stands for a variable
 * @param facts the captured values by fact name; more than one where production itself has several
 */
public record ServiceExpectation(
        String kind,
        @Nullable String url,
        @Nullable String use,
        @Nullable String owner,
        @Nullable String runbook,
        SortedMap<String, String> properties,
        SortedMap<String, List<String>> facts) {

    public ServiceExpectation {
        properties = Profile.sorted(properties);
        TreeMap<String, List<String>> copy = new TreeMap<>();
        for (Map.Entry<String, List<String>> fact : facts.entrySet()) {
            copy.put(fact.getKey(), List.copyOf(fact.getValue()));
        }
        facts = Profile.sorted(copy);
    }
}
