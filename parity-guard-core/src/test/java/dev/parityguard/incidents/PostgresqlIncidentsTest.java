package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.PostgresServerBuilder;
import dev.parityguard.service.postgresql.PostgresqlProvider;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Publicly reported incidents, each set up on real servers: captured on A, judged on B. */
class PostgresqlIncidentsTest {
    private static final IncidentFixture FIXTURE =
            new IncidentFixture("postgresql", null, new PostgresqlProvider().catalogue());
    private static final Map<String, PostgresServer> STARTED = new HashMap<>();
    private static int databases;

    @AfterAll
    static void stopServers() {
        STARTED.values().forEach(PostgresServer::close);
        STARTED.clear();
    }

    @Test
    @Incident(value = "I01", fact = "postgresql.version", severity = Severity.ERROR)
    void newerMajorInStaging() {
        FIXTURE.assertFinding(look(plain("13"), "postgres"), look(plain("16"), "postgres"), "version", Severity.ERROR);
    }

    @Test
    @Incident(value = "I03", fact = "postgresql.function.uuidv7", severity = Severity.ERROR)
    void builtInFunctionThatOnlyANewerMajorHas() {
        FIXTURE.assertFinding(
                look(plain("18"), "postgres"), look(plain("17"), "postgres"), "function.uuidv7", Severity.ERROR);
    }

    @Test
    @Incident(value = "I04", fact = "postgresql.collation_version.recorded_matches_library", severity = Severity.ERROR)
    void collationLibraryUnderTheDatabaseChanged() {
        PostgresServer server = started(
                "icu",
                PostgresServer.version("16").initdb("--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8"));
        String a = database(server);
        String b = database(server);
        server.execute("postgres", "UPDATE pg_database SET datcollversion = '1.1' WHERE datname = '" + b + "'");
        Observed drifted = look(server, b);
        FIXTURE.assertFinding(look(server, a), drifted, "collation_version.recorded_matches_library", Severity.ERROR);
        assertThat(FIXTURE.findingsWithoutProfile(drifted))
                .extracting(Finding::fact)
                .contains("collation_version.recorded_matches_library");
    }

    @Test
    @Incident(value = "I05", fact = "postgresql.behaviour.sort_order", severity = Severity.WARNING)
    void listsSortAnotherWay() {
        PostgresServer natural = started(
                "icu",
                PostgresServer.version("16").initdb("--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8"));
        PostgresServer binary = started("c", PostgresServer.version("16").initdb("--locale=C", "--encoding=UTF8"));
        FIXTURE.assertFinding(
                look(natural, "postgres"), look(binary, "postgres"), "behaviour.sort_order", Severity.WARNING);
    }

    @Test
    @Incident(value = "I06", fact = "postgresql.extension.citext", severity = Severity.ERROR)
    void extensionIsMissing() {
        PostgresServer server = plain("16");
        String a = database(server, "CREATE EXTENSION citext");
        FIXTURE.assertFinding(look(server, a), look(server, database(server)), "extension.citext", Severity.ERROR);
    }

    @Test
    @Incident(value = "I07", fact = "postgresql.extension_update_available.pg_trgm", severity = Severity.ERROR)
    void extensionWasNotUpdatedWithTheServer() {
        PostgresServer server = plain("16");
        String a = database(server, "CREATE EXTENSION pg_trgm");
        String b = database(server, "CREATE EXTENSION pg_trgm VERSION '1.5'");
        FIXTURE.assertFinding(look(server, a), look(server, b), "extension_update_available.pg_trgm", Severity.ERROR);
        FIXTURE.assertFinding(look(server, a), look(server, b), "extension.pg_trgm", Severity.WARNING);
    }

    @Test
    @Incident(value = "I08", fact = "postgresql.database_setting.TimeZone", severity = Severity.ERROR)
    void databaseHasATimeZoneOfItsOwn() {
        PostgresServer server = plain("16");
        String b = database(server);
        server.execute("postgres", "ALTER DATABASE " + b + " SET timezone = 'Europe/Amsterdam'");
        FIXTURE.assertFinding(
                look(server, database(server)), look(server, b), "database_setting.TimeZone", Severity.ERROR);
    }

    @Test
    @Incident(value = "I09", fact = "postgresql.setting.DateStyle", severity = Severity.ERROR)
    void datesAreReadInAnotherOrder() {
        PostgresServer dayFirst = started("dmy", PostgresServer.version("16").setting("datestyle", "ISO, DMY"));
        FIXTURE.assertFinding(
                look(plain("16"), "postgres"), look(dayFirst, "postgres"), "setting.DateStyle", Severity.ERROR);
    }

    @Test
    @Incident(value = "I10", fact = "postgresql.setting.default_transaction_isolation", severity = Severity.ERROR)
    void transactionsAreIsolatedAnotherWay() {
        PostgresServer server = plain("16");
        String b = database(server);
        server.execute("postgres", "ALTER DATABASE " + b + " SET default_transaction_isolation = 'repeatable read'");
        Observed stricter = look(server, b);
        FIXTURE.assertFinding(
                look(server, database(server)), stricter, "setting.default_transaction_isolation", Severity.ERROR);
        assertThat(stricter.facts().get("setting.default_transaction_isolation"))
                .extracting("source")
                .isEqualTo("database");
    }

    @Test
    @Incident(value = "I14", fact = "postgresql.setting.jit", severity = Severity.WARNING)
    void jitCameWithTheUpgrade() {
        PostgresServer server = plain("16");
        String a = database(server);
        server.execute("postgres", "ALTER DATABASE " + a + " SET jit = off");
        FIXTURE.assertFinding(look(server, a), look(server, database(server)), "setting.jit", Severity.WARNING);
    }

    @Test
    @Incident(value = "I15", fact = "postgresql.setting.statement_timeout", severity = Severity.WARNING)
    void statementsOfTheRoleAreCancelled() {
        PostgresServer server = plain("16");
        server.createRole("impatient", "secret");
        server.execute("postgres", "ALTER ROLE impatient SET statement_timeout = '10s'");
        Observed cancelled = look(server, "postgres", "impatient");
        FIXTURE.assertFinding(look(server, "postgres"), cancelled, "setting.statement_timeout", Severity.WARNING);
        assertThat(cancelled.facts().get("setting.statement_timeout"))
                .extracting("value", "source")
                .containsExactly("10000ms", "role");
    }

    @Test
    @Incident(value = "I16", fact = "postgresql.writable", severity = Severity.ERROR)
    void writerLeadsToAStandby() {
        PostgresServer primary = plain("16");
        try (PostgresServer standby = primary.startStandby()) {
            FIXTURE.assertFinding(look(primary, "postgres"), look(standby, "postgres"), "writable", Severity.ERROR);
        }
    }

    @Test
    @Incident(value = "I16", fact = "postgresql.writable", severity = Severity.ERROR)
    void writerIsReadOnly() {
        PostgresServer server = plain("16");
        String b = database(server);
        server.execute("postgres", "ALTER DATABASE " + b + " SET default_transaction_read_only = on");
        FIXTURE.assertFinding(look(server, database(server)), look(server, b), "writable", Severity.ERROR);
    }

    @Test
    @Incident(value = "I18", fact = "postgresql.right.schema_create.public", severity = Severity.ERROR)
    void ordinaryRolesMayNotCreateInPublicSince15() {
        FIXTURE.assertFinding(
                look(plain("14"), "postgres"),
                look(plain("16"), "postgres"),
                "right.schema_create.public",
                Severity.ERROR);
    }

    @Test
    @Incident(value = "I19", fact = "postgresql.prepared_transactions", severity = Severity.ERROR)
    void twoPhaseCommitIsDisabled() {
        PostgresServer able = started("xa", PostgresServer.version("16").setting("max_prepared_transactions", "100"));
        FIXTURE.assertFinding(
                look(able, "postgres"), look(plain("16"), "postgres"), "prepared_transactions", Severity.ERROR);
    }

    /** Recorded: the facts of an engine that keeps long names whole. */
    @Test
    @Incident(value = "I20", fact = "postgresql.behaviour.identifier_length", severity = Severity.WARNING)
    void longNamesAreCut() {
        Facts keepsNames =
                Facts.builder().put("behaviour.identifier_length", 300).build();
        FIXTURE.assertFinding(
                keepsNames, look(plain("16"), "postgres"), "behaviour.identifier_length", Severity.WARNING);
    }

    /** The PostgreSQL half; an engine that folds only ASCII says no here. */
    @Test
    @Incident(value = "I29", fact = "postgresql.behaviour.like_ignores_case_unicode", severity = Severity.ERROR)
    void searchBeyondAsciiIgnoresCaseOnOneSideOnly() {
        PostgresServer natural = started(
                "icu",
                PostgresServer.version("16").initdb("--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8"));
        PostgresServer binary = started("c", PostgresServer.version("16").initdb("--locale=C", "--encoding=UTF8"));
        FIXTURE.assertFinding(
                look(natural, "postgres"),
                look(binary, "postgres"),
                "behaviour.like_ignores_case_unicode",
                Severity.ERROR);
    }

    private static PostgresServer plain(String version) {
        return started(version, PostgresServer.version(version));
    }

    private static PostgresServer started(String name, PostgresServerBuilder builder) {
        return STARTED.computeIfAbsent(name, ignored -> {
            PostgresServer server = builder.start();
            server.createRole("app", "secret");
            return server;
        });
    }

    private static String database(PostgresServer server, String... statements) {
        String name = "d" + ++databases;
        server.createDatabase(name);
        server.execute(name, statements);
        return name;
    }

    private static Observed look(PostgresServer server, String database) {
        return look(server, database, "app");
    }

    private static Observed look(PostgresServer server, String database, String role) {
        return PostgresqlLook.at(server, database, role);
    }
}
