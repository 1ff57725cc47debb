package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.incidents.SchemaDatabases;
import dev.parityguard.incidents.SchemaDrift;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.servers.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas as people have them, and names that nobody should have. */
class KnownSchemasTest {
    private static final SchemaDatabases DATABASES = new SchemaDatabases();
    private static final String COLUMNS_THAT_NOTHING_NEEDS = "SELECT format('%I.%I', c.relname, a.attname)"
            + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition"
            + " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.refobjid = c.oid AND d.refobjsubid = a.attnum"
            + " AND d.classid <> 'pg_attrdef'::regclass)"
            + " ORDER BY md5(c.relname || a.attname) LIMIT 5";

    @TempDir
    Path folder;

    private SchemaDrift drift;

    @BeforeEach
    void newProfile() {
        drift = new SchemaDrift(folder);
    }

    @AfterAll
    static void stopServers() {
        DATABASES.close();
    }

    @ParameterizedTest
    @CsvSource({"dvd-rental, 13", "dvd-rental, 18", "media-store, 16", "batch-jobs, 16"})
    void anotherHistoryOnAnotherServerIsTheSameStructure(String schema, String version) {
        PostgresServer server = DATABASES.server(version);
        String expected = DATABASES.create(server, statements(schema));
        List<String> winding = new ArrayList<>(statements(schema));
        winding.add(resource("detour"));
        drift.captured(server, expected, "app");

        try (PostgresServer other = PostgresServer.version(version).start()) {
            other.createRole("app", "secret");
            other.createDatabase("winding");
            winding.add(0, "SET ROLE app");
            other.execute("winding", "ALTER DATABASE winding OWNER TO app", "GRANT ALL ON SCHEMA public TO app");
            other.execute("winding", winding.toArray(String[]::new));

            ParityReport report = drift.report(other, "winding", "app");
            assertThat(report.findings())
                    .extracting(Finding::fact)
                    .noneMatch(fact -> fact.startsWith("schema.") || fact.equals("drift"));
            assertThat(report.services().get(0).facts().value("schema.fingerprint.column"))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dvd-rental", "media-store", "batch-jobs"})
    void everyColumnThatIsMissingIsNamed(String schema) throws SQLException {
        PostgresServer server = DATABASES.server("16");
        drift.captured(server, DATABASES.create(server, statements(schema)), "app");
        String actual = DATABASES.create(server, statements(schema));
        List<String> columns = columns(server, actual);
        assertThat(columns).isNotEmpty();
        for (String column : columns) {
            int dot = column.lastIndexOf('.');
            server.execute(
                    actual, "ALTER TABLE " + column.substring(0, dot) + " DROP COLUMN " + column.substring(dot + 1));
        }

        assertThat(drift.findings(server, actual, "app"))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
                .extracting(Finding::fact)
                .containsExactlyInAnyOrderElementsOf(
                        columns.stream().map(c -> "schema.column.public." + c).toList());
    }

    @Test
    void namesMayBeAnything() {
        String emoji = "😀".repeat(15) + "abc";
        List<String> names = List.of(
                "a.b",
                "a\"\"b",
                "'",
                "line\nend",
                "tab\tb",
                "\\u000a",
                "{\"\"a\"\": 1}",
                " ",
                emoji,
                "x".repeat(63),
                "é".repeat(31));
        List<String> statements = new ArrayList<>();
        for (String name : names) {
            statements.add("CREATE TABLE \"" + name + "\" (\"" + name + "\" int DEFAULT 1 CHECK (\"" + name
                    + "\" > 0), t text)");
            statements.add("CREATE INDEX ON \"" + name + "\" (\"" + name + "\", lower(t))");
            statements.add("CREATE VIEW \"v." + statements.size() + "\" AS SELECT * FROM \"" + name + "\"");
            statements.add("CREATE TYPE \"e" + statements.size() + "\" AS ENUM ('" + name.replace("'", "''") + "')");
        }
        PostgresServer server = DATABASES.server("16");
        String expected = DATABASES.create(server, statements);
        String changed = DATABASES.create(server, statements);
        for (String name : names) {
            server.execute(changed, "ALTER TABLE \"" + name + "\" ALTER COLUMN \"" + name + "\" DROP DEFAULT");
        }

        assertThat(drift.captured(server, expected, "app")
                        .report(server, expected, "app")
                        .findings())
                .isEmpty();
        assertThat(drift.findings(server, changed, "app"))
                .hasSize(names.size())
                .allSatisfy(finding -> assertThat(finding.fact()).startsWith("schema.column.public."));
    }

    @Test
    void enormousDefinitionsAreComparedAndNotKept() {
        String columns = "1 AS c0";
        StringBuilder query = new StringBuilder(columns);
        for (int i = 1; i < 1_500; i++) {
            query.append(", ")
                    .append(i)
                    .append(" + length('")
                    .append("x".repeat(100))
                    .append("') AS c")
                    .append(i);
        }
        String labels = "'" + "l".repeat(60);
        StringBuilder type = new StringBuilder(labels + "0'");
        for (int i = 1; i < 200; i++) {
            type.append(", ")
                    .append(labels)
                    .append(i % 10)
                    .append((char) ('a' + i / 10))
                    .append("'");
        }
        PostgresServer server = DATABASES.server("16");
        String expected =
                DATABASES.create("CREATE VIEW huge AS SELECT " + query, "CREATE TYPE many AS ENUM (" + type + ")");
        String changed = DATABASES.create(
                "CREATE VIEW huge AS SELECT " + query.toString().replace("1499 +", "1498 +"),
                "CREATE TYPE many AS ENUM (" + type.toString().replaceFirst("(.*)l", "$1m") + ")");

        drift.captured(server, expected, "app");
        assertThat(drift.text()).hasSizeLessThan(100_000);
        assertThat(drift.report(server, expected, "app").findings()).isEmpty();
        assertThat(drift.findings(server, changed, "app"))
                .extracting(Finding::fact)
                .containsExactlyInAnyOrder("schema.view.public.huge", "schema.fingerprint.type");
    }

    private static List<String> columns(PostgresServer server, String database) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(COLUMNS_THAT_NOTHING_NEEDS)) {
            List<String> columns = new ArrayList<>();
            while (answer.next()) {
                columns.add(answer.getString(1));
            }
            return columns;
        }
    }

    private static List<String> statements(String schema) {
        return List.of(resource(schema).split(";\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(KnownSchemasTest.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
