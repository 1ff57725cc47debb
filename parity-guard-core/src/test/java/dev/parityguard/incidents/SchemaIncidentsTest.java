package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.servers.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publicly reported incidents about the structure of a database, each set up on real servers. */
class SchemaIncidentsTest {
    private static final Map<String, PostgresServer> STARTED = new HashMap<>();
    private static int databases;

    @TempDir
    Path folder;

    private SchemaDrift drift;

    @BeforeEach
    void newProfile() {
        drift = new SchemaDrift(folder);
    }

    @AfterAll
    static void stopServers() {
        STARTED.values().forEach(PostgresServer::close);
        STARTED.clear();
    }

    @Test
    @Incident(
            value = "I02",
            fact = "postgresql.schema.unique_index.public.snap(item, day, loc)",
            severity = Severity.ERROR)
    void olderMajorDropsNullsNotDistinct() {
        String table = "CREATE TABLE snap (item int, day date, loc text)";
        PostgresServer production = server("16");
        PostgresServer ci = server("13");
        String a = database(production, table, "CREATE UNIQUE INDEX s_i ON snap (item, day, loc) NULLS NOT DISTINCT");
        String b = database(ci, table, "CREATE UNIQUE INDEX s_i ON snap (item, day, loc)");

        assertSilent(production, a);
        assertThat(drift.captured(production, a, "app").report(ci, b, "app").findings())
                .anySatisfy(finding -> assertThat(finding.fact()).isEqualTo("version"))
                .anySatisfy(finding -> {
                    assertThat(finding.id()).isEqualTo("postgresql.schema.unique_index.public.snap(item, day, loc)");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.expected()).contains("NULLS NOT DISTINCT");
                    assertThat(finding.actual()).doesNotContain("NULLS NOT DISTINCT");
                });
    }

    @Test
    @Incident(value = "I11", fact = "postgresql.schema.valid.index.public.t_a", severity = Severity.ERROR)
    void interruptedBuildLeftAnInvalidIndex() {
        PostgresServer server = server("16");
        String a = database(server, "CREATE TABLE t (a int)", "CREATE UNIQUE INDEX t_a ON t (a)");
        String b = database(server, "CREATE TABLE t (a int)", "INSERT INTO t VALUES (1), (1)");
        assertThat(catchThrowable(() -> server.execute(b, "CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a)")))
                .isNotNull();

        assertFinding(server, a, b, "schema.valid.index.public.t_a", Severity.ERROR);
        assertThat(drift.findings(server, b, "app"))
                .filteredOn(finding -> finding.fact().startsWith("schema.valid."))
                .extracting(Finding::cause)
                .containsExactly("invalid object");
        assertThat(new SchemaDrift(folder.resolve("nowhere")).findings(server, b, "app"))
                .extracting(Finding::fact)
                .containsExactly("schema.valid.index.public.t_a");
    }

    @Test
    @Incident(value = "I12", fact = "postgresql.schema.unique_index.public.ent(a, b)", severity = Severity.ERROR)
    void predicateOfAUniqueIndexWasNeverChanged() {
        PostgresServer server = server("16");
        String table = "CREATE TABLE ent (a int, b int, status text, mode text)";
        String a = database(
                server,
                table,
                "CREATE UNIQUE INDEX e_u ON ent (a, b) WHERE status = 'published' AND mode <> 'parallel'");
        String b = database(server, table, "CREATE UNIQUE INDEX e_u ON ent (a, b) WHERE status = 'published'");

        assertFinding(server, a, b, "schema.unique_index.public.ent(a, b)", Severity.ERROR);
    }

    @Test
    @Incident(value = "I13", fact = "postgresql.schema.type.public.st", severity = Severity.ERROR)
    void enumLacksTwoValues() {
        PostgresServer server = server("16");
        String a = database(server, "CREATE TYPE st AS ENUM ('A', 'B', 'C', 'D', 'ACEITO', 'REJEITADO')");
        String b = database(server, "CREATE TYPE st AS ENUM ('A', 'B', 'C', 'D')");

        assertFinding(server, a, b, "schema.type.public.st", Severity.ERROR);
    }

    @Test
    @Incident(value = "I17", fact = "postgresql.schema.column.public.vm.provider_metadata", severity = Severity.ERROR)
    void migrationWasNeverRun() {
        PostgresServer server = server("16");
        String a = database(server, "CREATE TABLE vm (id int)", "ALTER TABLE vm ADD COLUMN provider_metadata jsonb");
        String b = database(server, "CREATE TABLE vm (id int)");

        assertFinding(server, a, b, "schema.column.public.vm.provider_metadata", Severity.ERROR);
        assertThat(drift.findings(server, b, "app"))
                .extracting(Finding::cause)
                .containsExactly("migration not applied");
    }

    @Test
    @Incident("B10")
    void generatedNamesOfConstraintsAndIndexes() {
        PostgresServer server = server("16");
        String a = database(
                server, "CREATE TABLE t (a int UNIQUE, b int CHECK (b > 0), c serial)", "CREATE INDEX ON t (b)");
        String b = database(
                server,
                "CREATE TABLE other (x int)",
                "CREATE SEQUENCE t_c_seq",
                "CREATE INDEX t_b_idx ON other (x)",
                "CREATE TABLE t (a int, b int, c serial)",
                "ALTER TABLE t ADD CONSTRAINT t_a_key1 UNIQUE (a)",
                "ALTER TABLE t ADD CONSTRAINT positive CHECK (b > 0)",
                "CREATE INDEX ON t (b)",
                "DROP TABLE other",
                "DROP SEQUENCE t_c_seq");

        assertThat(drift.captured(server, a, "app").findings(server, b, "app")).isEmpty();
    }

    @Test
    @Incident("B05")
    void amountsOfRowsInTheSameStructure() {
        PostgresServer server = server("16");
        String table = "CREATE TABLE t (id serial PRIMARY KEY, a text)";
        String a = database(server, table, "INSERT INTO t (a) SELECT 'x' FROM generate_series(1, 5000)", "ANALYZE t");
        String b = database(server, table, "INSERT INTO t (a) VALUES ('y')");

        assertThat(drift.captured(server, a, "app").report(server, b, "app").findings())
                .isEmpty();
    }

    @Test
    @Incident("B11")
    void ownerCommentAndGrantsToOthers() {
        PostgresServer server = server("16");
        server.execute("postgres", "CREATE ROLE monitoring");
        String a = database(server, "CREATE TABLE t (a int)");
        String b = database(
                server,
                "CREATE TABLE t (a int)",
                "COMMENT ON TABLE t IS 'here'",
                "GRANT SELECT ON t TO monitoring",
                "ALTER TABLE t SET (fillfactor = 70)");

        assertThat(drift.captured(server, a, "app").findings(server, b, "app")).isEmpty();
    }

    private void assertSilent(PostgresServer server, String database) {
        assertThat(drift.captured(server, database, "app")
                        .report(server, database, "app")
                        .findings())
                .isEmpty();
    }

    private void assertFinding(PostgresServer server, String a, String b, String fact, Severity severity) {
        assertSilent(server, a);
        assertThat(drift.findings(server, b, "app")).anySatisfy(finding -> {
            assertThat(finding.id()).isEqualTo("postgresql." + fact);
            assertThat(finding.severity()).isEqualTo(severity);
        });
    }

    private static PostgresServer server(String version) {
        return STARTED.computeIfAbsent(version, v -> {
            PostgresServer server = PostgresServer.version(v)
                    .initdb("--locale=C", "--encoding=UTF8")
                    .start();
            server.createRole("app", "secret");
            return server;
        });
    }

    /** A database whose objects belong to the application's role. */
    private static String database(PostgresServer server, String... statements) {
        String name = "d" + databases++;
        server.createDatabase(name);
        server.execute(name, "ALTER DATABASE " + name + " OWNER TO app", "GRANT ALL ON SCHEMA public TO app");
        String[] asApp = new String[statements.length + 1];
        asApp[0] = "SET ROLE app";
        System.arraycopy(statements, 0, asApp, 1, statements.length);
        server.execute(name, asApp);
        return name;
    }
}
