package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.incidents.SchemaDatabases;
import dev.parityguard.incidents.SchemaDrift;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens while the structure is read: the rest of the service is seen, and nothing wrong is said. */
class SchemaFaultsTest {
    private static final SchemaDatabases DATABASES = new SchemaDatabases();

    /** Reads a catalog that only the statement about the structure reads. */
    private static final String BLOCK = "LOCK TABLE pg_catalog.pg_policy IN ACCESS EXCLUSIVE MODE";

    private static final String RUNNING = "FROM pg_stat_activity WHERE usename = 'app' AND state = 'active'";

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

    @Test
    void statementTimeoutLeavesOnlyTheStructureUnknown() throws Exception {
        String database = DATABASES.create("CREATE TABLE t (a int)");
        drift.captured(server(), database, "app");
        server().execute(database, "ALTER ROLE app IN DATABASE " + database + " SET statement_timeout = '400ms'");
        try (Connection blocker = blocked(database)) {
            ParityReport report = drift.report(server(), database, "app");

            assertOnlyStructureUnknown(report, "timed out");
            assertThat(report.findings())
                    .extracting(Finding::fact)
                    .as("the rest is compared")
                    .contains("setting.statement_timeout");
            blocker.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({"pg_cancel_backend, timed out", "pg_terminate_backend, unreachable"})
    void statementThatSomebodyEndsLeavesOnlyTheStructureUnknown(String end, String cause) throws Exception {
        String database = DATABASES.create("CREATE TABLE t (a int)");
        drift.captured(server(), database, "app");
        try (Connection blocker = blocked(database)) {
            CompletableFuture<ParityReport> run =
                    CompletableFuture.supplyAsync(() -> drift.report(server(), database, "app"));
            while (number("SELECT count(*) " + RUNNING + " AND wait_event_type = 'Lock'") == 0) {
                Thread.onSpinWait();
            }
            number("SELECT count(" + end + "(pid)) " + RUNNING);

            assertOnlyStructureUnknown(run.get(), cause);
            blocker.rollback();
        }
    }

    @Test
    void deadlineLeavesOnlyTheStructureUnknownAndNothingRunsOn() throws Exception {
        String database = DATABASES.create("CREATE TABLE t (a int)");
        drift.captured(server(), database, "app");
        try (Connection blocker = blocked(database)) {
            ParityReport report = drift.guard(server(), database, "app")
                    .deadline(Duration.ofSeconds(2))
                    .build()
                    .run();

            assertOnlyStructureUnknown(report, "timed out");
            long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (number("SELECT count(*) " + RUNNING) > 0) {
                assertThat(System.nanoTime()).as("still running on the server").isLessThan(patience);
            }
            blocker.rollback();
        }
    }

    @Test
    void brokenObjectLeavesOnlyItsKindUnknown() throws Exception {
        String trigger = "CREATE TRIGGER kept BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION keep ()";
        String keep = "CREATE FUNCTION keep () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'";
        String expected = DATABASES.create("CREATE TABLE t (a int, b int)", keep, trigger);
        String broken = DATABASES.create("CREATE TABLE t (a int)", keep, trigger);
        server().execute(broken, "DELETE FROM pg_proc WHERE proname = 'keep'");

        ParityReport report = drift.captured(server(), expected, "app").report(server(), broken, "app");

        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.MISMATCH)
                .extracting(Finding::fact)
                .containsExactly("schema.column.public.t.b", "schema.function.public.keep()");
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.UNKNOWN)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fact()).startsWith("schema.trigger.");
                    assertThat(finding.cause()).isEqualTo("unreadable answer");
                });
    }

    @Test
    void tablesThatComeAndGoMeanwhileGiveNoWrongVerdict() throws Exception {
        String database =
                DATABASES.create("CREATE TABLE t (a int PRIMARY KEY, b text UNIQUE)", "CREATE INDEX ON t (b)");
        drift.captured(server(), database, "app");
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
            for (int i = 0; !enough.get(); i++) {
                server().execute(
                                database,
                                "CREATE TABLE brief" + i + " (a serial PRIMARY KEY, b text DEFAULT 'x' CHECK (b > ''))",
                                "CREATE VIEW seen" + i + " AS SELECT a FROM brief" + i,
                                "CREATE INDEX ON brief" + i + " (lower(b))",
                                "DROP TABLE brief" + i + " CASCADE");
            }
        });
        try {
            for (int run = 0; run < 25; run++) {
                assertThat(drift.report(server(), database, "app").findings())
                        .allSatisfy(finding -> assertThat(finding.outcome())
                                .as(finding.toString())
                                .isNotEqualTo(Outcome.MISMATCH));
            }
        } finally {
            enough.set(true);
        }
        busy.get();
    }

    @Test
    void schemaThatMayNotBeUsedIsAMatterOfRights() {
        String[] statements = {"CREATE SCHEMA audit", "CREATE TABLE audit.event (a int)"};
        String expected = DATABASES.create(statements);
        String closed = DATABASES.create(statements);
        for (String database : List.of(expected, closed)) {
            server().execute(database, "ALTER ROLE app IN DATABASE " + database + " SET search_path = public, audit");
        }
        server().execute(closed, "ALTER SCHEMA audit OWNER TO postgres", "REVOKE ALL ON SCHEMA audit FROM app");

        assertThat(drift.captured(server(), expected, "app").findings(server(), closed, "app"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fact()).isEqualTo("schema.grant.audit.event");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.actual()).isEqualTo("no usage of its schema");
                });
    }

    private static void assertOnlyStructureUnknown(ParityReport report, String cause) {
        ServiceSummary service = report.services().get(0);
        assertThat(service.outcome()).isEqualTo(ServiceSummary.Outcome.OBSERVED);
        assertThat(service.facts().value("identity.cluster")).isNotNull();
        assertThat(service.facts().value("setting.search_path")).isNotNull();
        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.UNKNOWN)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fact()).isEqualTo("schema.*");
                    assertThat(finding.cause()).isEqualTo(cause);
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
    }

    private static PostgresServer server() {
        return DATABASES.server("16");
    }

    private static Connection blocked(String database) throws SQLException {
        Connection blocker = server().connect(database);
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute(BLOCK);
        }
        return blocker;
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = server().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
