package dev.parityguard.service.jdbc.migration;

import dev.parityguard.fact.Unknown.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the scripts that the application brings along for one of Flyway's histories, and tells what they come to. */
record FlywayScripts(FlywayHistory history, TableReading reading) {
    private static final String PROPERTY = "flyway-locations";
    private static final String DEFAULT = "db/migration";
    private static final List<String> FACTS =
            List.of("migration.flyway.pending", "migration.flyway.edited", "migration.flyway.unknown_to_bundle");

    /** What folders are called whose scripts are meant for one engine only. */
    private static final Map<Engine, Set<String>> OWN_FOLDERS = Map.of(
            Engine.POSTGRESQL, Set.of("postgresql", "postgres"),
            Engine.MYSQL, Set.of("mysql", "mariadb"),
            Engine.SQLITE, Set.of("sqlite"),
            Engine.H2, Set.of("h2"),
            Engine.HSQLDB, Set.of("hsqldb"));

    private static final Set<String> FOLDERS_OF_OTHERS = Set.of("db2", "derby", "oracle", "sqlserver", "mssql");

    void tell(Told told) {
        String said = reading.context().property(PROPERTY);
        if (said != null && said.strip().equals("none")) {
            return;
        }
        List<FlywayScript> all = new ArrayList<>();
        try {
            for (String location : (said == null ? DEFAULT : said).split(",", -1)) {
                BundledFiles.of(reading.context().deadline()).below(location.strip(), lastScript(), (path, content) -> {
                    FlywayScript script = isMeantForAnotherEngine(path) ? null : FlywayScript.read(path, content);
                    if (script != null) {
                        all.add(script);
                    }
                });
            }
        } catch (IOException | UncheckedIOException e) {
            incomparable(told, "the scripts of the application (" + BundledFiles.reason(e) + ")");
            return;
        }
        if (!all.isEmpty()) {
            compare(said == null ? ofThisHistory(all) : all, told);
        }
    }

    private void compare(@Nullable List<FlywayScript> scripts, Told told) {
        if (scripts == null) {
            incomparable(told, "which of the application's scripts are for this database: property " + PROPERTY);
            return;
        }
        FlywayBundle bundle = new FlywayBundle(history, scripts);
        told.state(FACTS.get(0), Names.of(bundle.pending()));
        told.state(FACTS.get(1), Names.of(bundle.edited()));
        told.state(FACTS.get(2), Names.of(bundle.unknown()));
    }

    private static void incomparable(Told told, String missing) {
        FACTS.forEach(fact -> told.unseen(fact, Cause.NOT_SUPPORTED, missing));
    }

    /** Where nothing was applied from a script yet, all of them are meant. */
    private @Nullable List<FlywayScript> ofThisHistory(List<FlywayScript> all) {
        if (lastScript() == null) {
            return all;
        }
        Set<String> locations = FlywayBundle.locations(history, all);
        return locations == null
                ? null
                : all.stream()
                        .filter(script -> locations.stream().anyMatch(script.path()::startsWith))
                        .toList();
    }

    private @Nullable String lastScript() {
        String last = null;
        for (FlywayRow row : history.applied().values()) {
            last = row.isSql() ? row.script() : last;
        }
        return last;
    }

    private boolean isMeantForAnotherEngine(String path) {
        List<String> folders = Arrays.asList(path.split("/"));
        return folders.stream().anyMatch(FOLDERS_OF_OTHERS::contains)
                || OWN_FOLDERS.entrySet().stream()
                        .filter(own -> own.getKey() != reading.engine())
                        .anyMatch(own -> folders.stream().anyMatch(own.getValue()::contains));
    }
}
