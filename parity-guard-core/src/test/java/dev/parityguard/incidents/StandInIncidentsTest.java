package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.h2database.H2Provider;
import dev.parityguard.service.jdbc.PoolLook;
import dev.parityguard.service.postgresql.PostgresqlProvider;
import dev.parityguard.service.sqlite.SqliteProvider;
import dev.parityguard.target.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents where another engine stood in for production's. */
class StandInIncidentsTest {
    private static final IncidentFixture POSTGRESQL =
            new IncidentFixture("postgresql", null, new PostgresqlProvider().catalogue());
    private static final IncidentFixture SQLITE = new IncidentFixture("sqlite", null, new SqliteProvider().catalogue());
    private static final IncidentFixture H2 = new IncidentFixture("h2database", null, new H2Provider().catalogue());
    private static final String SQLITE_URL = "jdbc:sqlite::memory:";

    private static PostgresServer server;
    private static Observed production;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startProduction() {
        server = PostgresServer.version("16").start();
        server.createRole("app", "secret");
        production = PostgresqlLook.at(server, "postgres", "app");
    }

    @AfterAll
    static void stopProduction() {
        server.close();
    }

    @Test
    @Incident(value = "I20", fact = "sqlite.behaviour.identifier_length", severity = Severity.WARNING)
    void longNamesAreKeptInTestsAndCutInProduction() {
        SQLITE.assertFinding(PoolLook.at(SQLITE_URL), production, "behaviour.identifier_length", Severity.WARNING);
    }

    @Test
    @Incident(value = "I29", fact = "postgresql.behaviour.like_ignores_case_unicode", severity = Severity.ERROR)
    void sqliteFoldsOnlyAscii() {
        POSTGRESQL.assertFinding(
                production, PoolLook.at(SQLITE_URL), "behaviour.like_ignores_case_unicode", Severity.ERROR);
    }

    @Test
    @Incident(value = "I30", fact = "postgresql.kind", severity = Severity.ERROR)
    void sqliteIgnoresTheLengthOfAColumn() {
        POSTGRESQL.assertFinding(production, PoolLook.at(SQLITE_URL), "kind", Severity.ERROR);
    }

    @Test
    @Incident(value = "I31", fact = "sqlite.setting.journal_mode", severity = Severity.WARNING)
    void secondWriterFindsTheDatabaseLocked() {
        String url = "jdbc:sqlite:" + directory.resolve("app.db");
        Observed patient = PoolLook.at(url + "?journal_mode=WAL&busy_timeout=5000");
        Observed impatient = PoolLook.at(url + "?journal_mode=DELETE&busy_timeout=0");
        SQLITE.assertFinding(patient, impatient, "setting.journal_mode", Severity.WARNING);
        SQLITE.assertFinding(patient, impatient, "setting.busy_timeout", Severity.WARNING);
    }

    @Test
    @Incident(value = "I33", fact = "postgresql.kind", severity = Severity.ERROR)
    void upsertIsTriedOnAnotherEngine() {
        POSTGRESQL.assertFinding(production, PoolLook.at(SQLITE_URL), "kind", Severity.ERROR);
    }

    /** The application falls back to a file when the variable is not set; the guard is told the same fallback. */
    @Test
    @Incident(value = "I34", fact = "postgresql.kind", severity = Severity.ERROR)
    void unsetVariableFallsBackToAFile() throws Exception {
        Path profile = directory.resolve("profile.json");
        ParityGuard.builder()
                .environment("production")
                .service("orders-db", Target.url(server.url("app", "secret", "postgres")))
                .build()
                .capture(profile);
        ParityReport report = ParityGuard.builder()
                .environment("test")
                .profile(profile.toString())
                .service("orders-db", Target.url(SQLITE_URL))
                .build()
                .run();
        assertThat(report.findings().get(0)).satisfies(headline -> {
            assertThat(headline.id()).isEqualTo("postgresql.kind");
            assertThat(headline.severity()).isEqualTo(Severity.ERROR);
            assertThat(headline.consequences())
                    .extracting(Finding::fact)
                    .startsWith("behaviour.date_order", "behaviour.like_ignores_case")
                    .contains("behaviour.rounding_cast", "behaviour.null_order");
        });
    }

    @Test
    @Incident(value = "I35", fact = "h2database.setting.MODE", severity = Severity.ERROR)
    void compatibilityModeIsNotInForce() {
        H2.assertFinding(
                PoolLook.at("jdbc:h2:mem:meant;MODE=PostgreSQL"),
                PoolLook.at("jdbc:h2:mem:replaced"),
                "setting.MODE",
                Severity.ERROR);
    }

    @Test
    @Incident(value = "I36", fact = "postgresql.behaviour.identifier_case", severity = Severity.WARNING)
    void namesAreFoldedToUpperCase() {
        Observed plain = PoolLook.at("jdbc:h2:mem:upper;MODE=PostgreSQL");
        Observed folded = PoolLook.at("jdbc:h2:mem:lower;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        POSTGRESQL.assertFinding(production, plain, "behaviour.identifier_case", Severity.WARNING);
        assertThat(POSTGRESQL.findings(production, folded))
                .extracting(Finding::fact)
                .doesNotContain("behaviour.identifier_case");
    }
}
