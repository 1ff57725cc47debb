package dev.parityguard.junit;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The structures of databases as they were when the first test began. Safe for use by several threads. */
final class FrozenSchemas {
    private static final String STRUCTURE = "schema.";
    private static final String SUMMARY = "schema.fingerprint.";
    private static final int MOST_TOLD = 50;

    private final Map<Key, Frozen> frozen = new HashMap<>();

    private record Key(String profile, String service) {}

    /** The structure, and since when it is known. */
    private record Frozen(SortedMap<String, String> structure, String when) {}

    /** Keeps what is not known yet, and fails when something known has changed in between. */
    synchronized void freeze(String profile, Map<String, Observation> seen, String when) {
        compare(profile, seen, when);
        boolean any = false;
        for (Map.Entry<String, Observation> service : seen.entrySet()) {
            SortedMap<String, String> structure = structure(service.getKey(), service.getValue());
            if (isTold(structure)) {
                any = true;
                frozen.putIfAbsent(new Key(profile, service.getKey()), new Frozen(structure, when));
            }
        }
        if (!any) {
            throw new IllegalStateException(
                    "frozenSchema is asked for, but none of the services tells the structure of a database: "
                            + String.join(", ", seen.keySet()));
        }
    }

    /** Fails when something known has changed. */
    synchronized void compare(String profile, Map<String, Observation> seen, String when) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, Observation> service : seen.entrySet()) {
            Frozen before = frozen.get(new Key(profile, service.getKey()));
            if (before != null) {
                addChanges(service.getKey(), before, structure(service.getKey(), service.getValue()), changes);
            }
        }
        if (!changes.isEmpty()) {
            throw new AssertionError("the structure of a database is frozen, but " + when + " it is another one:\n  "
                    + String.join("\n  ", changes.subList(0, Math.min(MOST_TOLD, changes.size())))
                    + (changes.size() > MOST_TOLD ? "\n  and " + (changes.size() - MOST_TOLD) + " more" : ""));
        }
    }

    private static void addChanges(String service, Frozen before, SortedMap<String, String> now, List<String> changes) {
        TreeSet<String> names = new TreeSet<>(before.structure().keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(before.structure().get(name), now.get(name)));
        // A summary says no more than what it summarises, where that is told.
        if (names.stream().anyMatch(name -> !name.startsWith(SUMMARY))) {
            names.removeIf(name -> name.startsWith(SUMMARY));
        }
        for (String name : names) {
            changes.add(service + " " + name + ": " + before.structure().getOrDefault(name, "absent") + " "
                    + before.when() + ", now " + now.getOrDefault(name, "absent"));
        }
    }

    private static boolean isTold(SortedMap<String, String> structure) {
        return !structure.tailMap(SUMMARY).isEmpty()
                && structure.tailMap(SUMMARY).firstKey().startsWith(SUMMARY);
    }

    /** What is told of the structure; what could not be looked at counts as different from all that can be. */
    private static SortedMap<String, String> structure(String service, Observation observation) {
        if (observation instanceof Unreachable unreachable) {
            throw new AssertionError(service + " could not be looked at: " + unreachable.reason()
                    + "; a server that the class starts must run until after @AfterAll, as @AutoClose lets it");
        }
        if (observation instanceof NotProbed notProbed) {
            throw new AssertionError(service + " could not be looked at: " + notProbed.reason());
        }
        Observed observed = (Observed) observation;
        SortedMap<String, String> structure = new TreeMap<>();
        for (Fact fact : observed.facts()) {
            if (fact.name().startsWith(STRUCTURE)) {
                structure.put(fact.name(), fact.value());
            }
        }
        for (Unknown unknown : observed.unknowns()) {
            if (unknown.fact().startsWith(STRUCTURE)) {
                structure.put(unknown.fact(), "unknown (" + unknown.missing() + ")");
            }
        }
        return structure;
    }
}
