package dev.parityguard.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a profile says of a service's facts after a capture. */
final class CapturedFacts {
    private CapturedFacts() {}

    /** What was seen takes the place of what the profile said, but for what could not be looked at. */
    static SortedMap<String, List<String>> replacing(SortedMap<String, List<String>> old, CapturedService service) {
        SortedMap<String, List<String>> facts = of(service);
        old.forEach((name, values) -> {
            if (service.couldNotRead(name)) {
                facts.putIfAbsent(name, values);
            }
        });
        return facts;
    }

    /** What was seen is one more possibility beside what the profile said. */
    static SortedMap<String, List<String>> merging(SortedMap<String, List<String>> old, CapturedService service) {
        SortedMap<String, List<String>> facts = new TreeMap<>(old);
        of(service).forEach((name, seen) -> facts.merge(name, seen, CapturedFacts::union));
        return facts;
    }

    static SortedMap<String, List<String>> of(CapturedService service) {
        SortedMap<String, List<String>> facts = new TreeMap<>();
        service.facts().forEach((name, value) -> facts.put(wellFormed(name), List.of(wellFormed(value))));
        return facts;
    }

    private static List<String> union(List<String> old, List<String> seen) {
        if (old.containsAll(seen)) {
            return old;
        }
        SortedSet<String> values = new TreeSet<>(old);
        values.addAll(seen);
        return List.copyOf(values);
    }

    /** A server may answer half a character, which no file in UTF-8 can hold. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
