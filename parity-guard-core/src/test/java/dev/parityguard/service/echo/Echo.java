package dev.parityguard.service.echo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The handle of the made-up service. */
public record Echo(String version, Map<String, String> facts, List<String> hidden, Runnable whileLooking) {
    public static Echo of(String version, String... namesAndValues) {
        Map<String, String> facts = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Echo(version, facts, List.of(), () -> {});
    }

    public Echo hiding(String... names) {
        return new Echo(version, facts, List.of(names), whileLooking);
    }

    public Echo whileLooking(Runnable action) {
        return new Echo(version, facts, hidden, action);
    }
}
