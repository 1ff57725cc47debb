package dev.parityguard.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.ParityReport;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What comparing a structure costs, beside the cheapest ways to look at the same structure, in turns in one process. */
final class SchemaSizes {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 9;
    private static final int MOST_TABLES_WALKED = 1_000;

    /** What tells a structure truly: definitions, since numbers of attributes and objects differ by history. */
    private static final String DEFINITIONS = """
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull::text
                   || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT c.relname || ' ' || pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'f', 'c', 'x')
            UNION ALL
            SELECT pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace""";

    private static final String HASH = "SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (SELECT definition"
            + " COLLATE \"C\" AS line FROM (" + DEFINITIONS + ") AS d (definition)) AS lines";

    private final PostgresServer server;
    private final Path folder;

    SchemaSizes(PostgresServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** One way to look, as a whole. */
    private interface Look {
        void take() throws Exception;
    }

    /** What is done on a connection that is open already. */
    private interface OnConnection {
        void take(Connection connection) throws SQLException;
    }

    /** Measures at each of these numbers of tables, and prints a table for each. */
    static void print(List<Integer> sizes) throws Exception {
        Path folder = Files.createTempDirectory("parity-guard-schema");
        try (PostgresServer server = PostgresServer.version("16").start()) {
            for (int tables : sizes) {
                new SchemaSizes(server, folder).print(tables);
            }
        } finally {
            for (String profile : List.of("with.json", "without.json")) {
                Files.deleteIfExists(folder.resolve(profile));
            }
            Files.delete(folder);
        }
    }

    private void print(int tables) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(SyntheticSchema.create(server, tables)));
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            capture(pool, "with.json", true);
            capture(pool, "without.json", false);
            Map<String, List<Double>> millis = measured(looks(pool, tables));
            List<Double> extra = differences(millis, "run with the structure", "run without it");
            List<Double> detail = differences(millis, "capture with the structure", "capture without it");
            System.out.println("\n" + tables + " tables, " + ROUNDS + " rounds, ms, least / **median** / greatest:\n");
            System.out.println("| | ms | to the structure in a run |\n|---|---:|---:|");
            row("structure in a run: with - without", extra, extra);
            row("structure in a capture: with - without", detail, extra);
            millis.forEach((what, times) -> row(what, times, extra));
        }
    }

    private Map<String, Look> looks(HikariDataSource pool, int tables) {
        ParityGuard with = guard(pool, "with.json").build();
        ParityGuard without = guard(pool, "without.json").build();
        Map<String, Look> looks = new LinkedHashMap<>();
        looks.put("run with the structure", () -> agreed(with));
        looks.put("run without it", () -> agreed(without));
        looks.put("capture with the structure", with::captureText);
        looks.put("capture without it", without::captureText);
        looks.put("one statement, hash", on(pool, connection -> rows(connection, HASH)));
        looks.put("one statement, rows", on(pool, connection -> rows(connection, DEFINITIONS)));
        looks.put("DatabaseMetaData, bulk", on(pool, connection -> metadata(connection.getMetaData(), null)));
        if (tables <= MOST_TABLES_WALKED) {
            looks.put("DatabaseMetaData, table by table", on(pool, SchemaSizes::walk));
        }
        return looks;
    }

    private static Map<String, List<Double>> measured(Map<String, Look> looks) throws Exception {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Map.Entry<String, Look> look : looks.entrySet()) {
                long started = System.nanoTime();
                look.getValue().take();
                double took = (System.nanoTime() - started) / 1e6;
                if (round >= WARM_UP) {
                    millis.computeIfAbsent(look.getKey(), what -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        return millis;
    }

    private static void row(String what, List<Double> millis, List<Double> base) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < millis.size(); round++) {
            ratios.add(millis.get(round) / base.get(round));
        }
        System.out.println("| " + what + " | " + Spread.of(millis).text(1) + " | "
                + Spread.of(ratios).text(2) + " |");
    }

    private static List<Double> differences(Map<String, List<Double>> millis, String more, String less) {
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            differences.add(Objects.requireNonNull(millis.get(more)).get(round)
                    - Objects.requireNonNull(millis.get(less)).get(round));
        }
        return differences;
    }

    private void capture(HikariDataSource pool, String profile, boolean structure) throws Exception {
        ParityGuard.Builder guard = guard(pool, profile);
        Files.deleteIfExists(folder.resolve(profile));
        (structure ? guard.schema() : guard).build().capture(folder.resolve(profile));
    }

    private ParityGuard.Builder guard(HikariDataSource pool, String profile) {
        return ParityGuard.builder()
                .profile(folder.resolve(profile).toString())
                .mode(Mode.REPORT)
                .variables(VariableSource.of(Map.of()))
                .deadline(Duration.ofMinutes(2))
                .service("database", Target.of(pool));
    }

    private static void agreed(ParityGuard guard) {
        ParityReport report = guard.run();
        if (!report.agrees()) {
            throw new IllegalStateException("it does not agree with itself: " + report.findings());
        }
    }

    private static Look on(HikariDataSource pool, OnConnection look) {
        return () -> {
            try (Connection connection = pool.getConnection()) {
                look.take(connection);
            }
        };
    }

    private static void rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                answer.getString(1);
            }
        }
    }

    private static void walk(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet answer = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (answer.next()) {
                tables.add(answer.getString("TABLE_NAME"));
            }
        }
        for (String table : tables) {
            metadata(connection.getMetaData(), table);
        }
    }

    /** Columns, keys and indexes of one table, or of all. */
    private static void metadata(DatabaseMetaData driver, @Nullable String table) throws SQLException {
        for (ResultSet answer : List.of(
                driver.getColumns(null, "public", table == null ? "%" : table, "%"),
                driver.getPrimaryKeys(null, "public", table),
                driver.getImportedKeys(null, "public", table),
                driver.getIndexInfo(null, "public", table, false, true))) {
            try (answer) {
                while (answer.next()) {
                    answer.getString(3);
                }
            }
        }
    }
}
