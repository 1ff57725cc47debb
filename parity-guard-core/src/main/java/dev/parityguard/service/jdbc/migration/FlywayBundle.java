package dev.parityguard.service.jdbc.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the application brings along, beside what Flyway's history says of it. */
final class FlywayBundle {
    private final FlywayHistory history;
    private final Map<String, List<FlywayScript>> scripts = new LinkedHashMap<>();

    /** Scripts of one history: several of one name may be meant for different engines. */
    FlywayBundle(FlywayHistory history, List<FlywayScript> scripts) {
        this.history = history;
        List<FlywayScript> sorted = new ArrayList<>(scripts);
        sorted.sort(Comparator.comparing(
                        FlywayScript::version, Comparator.nullsLast(Comparator.<FlywayVersion>naturalOrder()))
                .thenComparing(FlywayScript::path));
        for (FlywayScript script : sorted) {
            if (!script.baseline()) {
                this.scripts
                        .computeIfAbsent(script.name(), name -> new ArrayList<>())
                        .add(script);
            }
        }
    }

    /** Names of those that should have been applied and were not, or not as they are now. */
    List<String> pending() {
        List<String> pending = new ArrayList<>();
        scripts.forEach((name, same) -> {
            FlywayRow row = history.applied().get(name);
            FlywayVersion version = same.get(0).version();
            boolean missing = row == null
                    && !history.failed().contains(name)
                    && (version == null || !history.isBeforeBaseline(version));
            boolean outdated = version == null && row != null && !agrees(row, same);
            if (missing || outdated) {
                pending.add(name);
            }
        });
        return pending;
    }

    /** Versions whose script is not the one that was applied. */
    List<String> edited() {
        List<String> edited = new ArrayList<>();
        scripts.forEach((name, same) -> {
            FlywayRow row = history.applied().get(name);
            if (row != null && row.version() != null && !row.isBaseline() && !agrees(row, same)) {
                edited.add(name);
            }
        });
        return edited;
    }

    /** Versions that were applied from a script which is not there. */
    List<String> unknown() {
        return history.applied().values().stream()
                .filter(row -> row.isSql() && row.version() != null && !scripts.containsKey(row.name()))
                .map(FlywayRow::name)
                .toList();
    }

    private static boolean agrees(FlywayRow row, List<FlywayScript> scripts) {
        String checksum = row.checksum();
        return checksum == null
                || scripts.stream()
                        .anyMatch(script -> script.checksum().equals(checksum)
                                || (script.version() == null && script.placeholders()));
    }

    /**
     * The locations from which a history was applied: those below which its scripts are, by checksum or else by name. An
     * application may bring the migrations of several databases.
     *
     * @return null where none of its scripts is there
     */
    static @Nullable Set<String> locations(FlywayHistory history, List<FlywayScript> scripts) {
        Set<String> byName = new TreeSet<>();
        Set<String> byChecksum = new TreeSet<>();
        for (FlywayRow row : history.applied().values()) {
            for (FlywayScript script : scripts) {
                if (row.isSql() && script.path().endsWith("/" + row.script())) {
                    String location = script.path()
                            .substring(0, script.path().length() - row.script().length());
                    byName.add(location);
                    if (script.checksum().equals(row.checksum())) {
                        byChecksum.add(location);
                    }
                }
            }
        }
        if (byName.isEmpty()) {
            return null;
        }
        return byChecksum.isEmpty() ? byName : byChecksum;
    }
}
