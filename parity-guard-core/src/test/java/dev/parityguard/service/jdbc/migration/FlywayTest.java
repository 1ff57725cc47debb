package dev.parityguard.service.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.nio.file.Path;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that Flyway itself writes, compared with a profile and with the scripts on the class path. */
class FlywayTest {
    private static final String FOLDER = "db/migration/";
    private static int databases;

    @TempDir
    Path folder;

    private Application application;
    private Path profile;

    @BeforeEach
    void applicationWithTwoMigrations() {
        profile = folder.resolve("parity-profile.json");
        application = Application.in(folder)
                .file(FOLDER + "V1__orders.sql", "CREATE TABLE orders (id int);\n")
                .file(FOLDER + "V2_1__note.sql", "ALTER TABLE orders ADD COLUMN note varchar(9);");
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void historyWhenMigratedThenIsToldAndAgreesWithItself() {
        application.file(FOLDER + "R__paid.sql", "CREATE VIEW paid AS SELECT * FROM orders;");
        try (MigratedDatabase database = migrated()) {
            Facts facts = database.facts(profile);

            assertThat(facts.value("migration.flyway.head")).isEqualTo("2.1");
            assertThat(facts.value("migration.flyway.failed")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.out_of_order")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.pending")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.edited")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.unknown_to_bundle")).isEqualTo("none");
            assertThat(facts.value("migration.fingerprint")).endsWith("(4)");
            assertThat(facts.value("migration.flyway.applied.1"))
                    .as("while the fingerprint agrees, single migrations are not told")
                    .isNull();
            assertThat(database.report(profile).findings()).isEmpty();
        }
    }

    @Test
    void checksumWhenComputedHereThenIsFlyways() {
        application
                .file(FOLDER + "V3__mark.sql", "\uFEFFCREATE TABLE mark (id int);\r\n\r\n-- é 漢字 \uD83D\uDE00\r\n")
                .file(FOLDER + "V4__blank.sql", "\n\n  CREATE TABLE blank (id int); \n\t\n")
                .file(FOLDER + "V5__old_mac.sql", "CREATE TABLE old_mac (id int);\rCREATE TABLE older (id int);\r")
                .file(FOLDER + "sub/V6__below.sql", "CREATE TABLE below (id int);");
        try (MigratedDatabase database = migrated()) {
            Facts facts = database.facts(profile);

            assertThat(facts.value("migration.flyway.head")).isEqualTo("6");
            assertThat(facts.value("migration.flyway.edited")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.pending")).isEqualTo("none");
        }
    }

    @Test
    void codeWhenDeployedWithoutItsMigrationThenSaysSoAfterMigrationsOnly() {
        try (MigratedDatabase database = migrated().capture(profile)) {
            application.file(FOLDER + "V3__price.sql", "ALTER TABLE orders ADD COLUMN price int;");
            ParityGuard guard = database.guard(profile).mode(Mode.ENFORCE).build();

            assertThat(guard.comparesSchema()).isTrue();
            assertThat(guard.enforceBeforeMigrations().findings()).isEmpty();
            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("h2database.migration.flyway.pending");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.cause()).isEqualTo("migration not applied");
                assertThat(finding.actual()).isEqualTo("3");
            });
            database.flyway(application.directory(FOLDER));
            assertThatCode(guard::enforce).doesNotThrowAnyException();
        }
    }

    @Test
    void databaseWhenBehindTheProfileThenHeadExplainsWhatIsMissing() {
        try (MigratedDatabase behind = migrated()) {
            application.file(FOLDER + "V3__price.sql", "ALTER TABLE orders ADD COLUMN price int;");
            try (MigratedDatabase production = migrated().capture(profile)) {
                assertThat(production.findings(profile)).isEmpty();
            }

            assertThat(behind.report(profile).findings())
                    .filteredOn(finding -> finding.fact().startsWith("migration."))
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.fact()).isEqualTo("migration.flyway.head");
                        assertThat(finding.cause()).isEqualTo("migration not applied");
                        assertThat(finding.consequences())
                                .extracting(Finding::fact)
                                .contains("migration.flyway.applied.3", "migration.flyway.pending");
                    });
        }
    }

    @Test
    void databaseWhenAheadOfTheProfileThenAgrees() {
        try (MigratedDatabase production = migrated().capture(profile)) {
            application.file(FOLDER + "V3__price.sql", "ALTER TABLE orders ADD COLUMN price int;");
            try (MigratedDatabase staging = migrated()) {
                assertThat(staging.report(profile).agrees()).isTrue();
                assertThat(staging.report(profile).findings())
                        .extracting(Finding::outcome)
                        .containsOnly(Outcome.NOTE);
            }
            assertThat(production.pool().isClosed()).isFalse();
        }
    }

    @Test
    void databaseWhenAheadOfTheCodeThenWarns() {
        application.file(FOLDER + "V3__price.sql", "ALTER TABLE orders ADD COLUMN price int;");
        try (MigratedDatabase database = migrated().capture(profile)) {
            application.without(FOLDER + "V3__price.sql");

            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.flyway.unknown_to_bundle");
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.actual()).isEqualTo("3");
            });
        }
    }

    @Test
    void scriptWhenEditedAfterItRanThenIsAnError() {
        try (MigratedDatabase database = migrated().capture(profile)) {
            application.file(FOLDER + "V1__orders.sql", "CREATE TABLE orders (id bigint);\n");

            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.flyway.edited");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.actual()).isEqualTo("1");
            });
        }
    }

    @Test
    void scriptWhenAnotherOneRanUnderTheSameVersionThenIsAnError() {
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        application.file(FOLDER + "V1__orders.sql", "CREATE TABLE orders (id bigint);\n");
        try (MigratedDatabase other = migrated()) {
            assertThat(other.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.flyway.applied.1");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.cause()).isEqualTo("edited after it was applied");
            });
        }
    }

    @Test
    void versionWhenLeftOutThenIsToldAlthoughTheHeadIsTheSame() {
        application.file(FOLDER + "V3__price.sql", "ALTER TABLE orders ADD COLUMN price int;");
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        application.without(FOLDER + "V2_1__note.sql");
        try (MigratedDatabase other = migrated()) {
            assertThat(other.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.flyway.applied.2.1");
                assertThat(finding.cause()).isEqualTo("migration not applied");
            });
        }
    }

    @Test
    void migrationWhenFailedThenIsAnErrorUntilItIsRepaired() {
        try (MigratedDatabase database = migrated().capture(profile)) {
            application.file(
                    FOLDER + "V3__broken.sql",
                    "ALTER TABLE orders ADD COLUMN half int;\nALTER TABLE nowhere ADD x int;");
            assertThatCode(() -> database.flyway(application.directory(FOLDER))).hasMessageContaining("V3__broken.sql");

            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.flyway.failed");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.actual()).isEqualTo("3");
            });
            application.without(FOLDER + "V3__broken.sql");
            database.flyway(application.directory(FOLDER), org.flywaydb.core.Flyway::repair);
            assertThat(database.findings(profile)).isEmpty();
        }
    }

    @Test
    void historyWhenRepairedReorderedOrDescribedAnewThenAgrees() {
        application.file(FOLDER + "V3__price.sql", "ALTER TABLE orders ADD COLUMN price int;");
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        String late = "ALTER TABLE orders ADD COLUMN note varchar(9);";
        application.without(FOLDER + "V2_1__note.sql").file(FOLDER + "V1__orders.sql", "CREATE TABLE orders (id int);");
        try (MigratedDatabase other = migrated()) {
            application
                    .file(FOLDER + "V2_1__note.sql", late)
                    .file(FOLDER + "V1__orders.sql", "CREATE TABLE orders (id int);\n");
            other.flyway(application.directory(FOLDER), org.flywaydb.core.Flyway::repair);
            other.flyway(application.directory(FOLDER));
            other.execute("UPDATE \"flyway_schema_history\" SET \"description\" = 'x', \"installed_by\" = 'y',"
                    + " \"execution_time\" = 1, \"installed_on\" = CURRENT_DATE");

            assertThat(other.facts(folder.resolve("other.json")).value("migration.flyway.out_of_order"))
                    .isEqualTo("2.1");
            assertThat(other.findings(profile)).isEmpty();
        }
    }

    @Test
    void historyWhenItBeginsWithABaselineThenNothingOlderIsMissed() {
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        try (MigratedDatabase younger = empty()) {
            younger.execute("CREATE TABLE orders (id int, note varchar(9))")
                    .flyway(
                            application.directory(FOLDER),
                            flyway -> configured(flyway)
                                    .baselineVersion("2.1")
                                    .load()
                                    .migrate());

            assertThat(younger.report(profile).findings())
                    .filteredOn(finding -> finding.fact().startsWith("migration."))
                    .filteredOn(finding -> finding.severity() != Severity.INFO)
                    .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN))
                    .anySatisfy(finding -> assertThat(finding.fix()).contains("migrations before version 2.1"));
            assertThat(younger.capture(profile).report(profile).findings()).isEmpty();
        }
    }

    @Test
    void repeatableMigrationWhenOutdatedThenIsPending() {
        application.file(FOLDER + "R__paid.sql", "CREATE OR REPLACE VIEW paid AS SELECT * FROM orders;");
        application.file(
                FOLDER + "R__filled_in.sql", "CREATE OR REPLACE VIEW filled_in AS SELECT '${flyway:user}' AS x;");
        try (MigratedDatabase database = migrated().capture(profile)) {
            assertThat(database.findings(profile)).isEmpty();
            application.file(FOLDER + "R__paid.sql", "CREATE OR REPLACE VIEW paid AS SELECT id FROM orders;");

            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.flyway.pending");
                assertThat(finding.actual()).isEqualTo("R__paid.sql");
            });
        }
    }

    @Test
    void scriptsOfOtherDatabasesAndEnginesAreNotThisHistorys() {
        try (MigratedDatabase database = migrated().capture(profile)) {
            application
                    .file("db/migration-billing/V7__bill.sql", "SELECT 1;")
                    .file(FOLDER + "oracle/V8__only_there.sql", "SELECT 1 FROM dual;")
                    .file(FOLDER + "postgresql/V9__only_there.sql", "SELECT 1;")
                    .file(FOLDER + "h2/V10__here.sql", "SELECT 1;")
                    .file(FOLDER + "U1__undo.sql", "SELECT 1;")
                    .file(FOLDER + "readme.sql", "SELECT 1;");

            assertThat(database.findings(profile)).extracting(Finding::actual).containsExactly("10");
        }
    }

    @Test
    void scriptsOfSeveralDatabasesAreToldApartByWhatWasApplied() {
        application
                .without(FOLDER + "V1__orders.sql")
                .without(FOLDER + "V2_1__note.sql")
                .file(FOLDER + "orders/V1__first.sql", "CREATE TABLE orders (id int);")
                .file(FOLDER + "billing/V1__first.sql", "CREATE TABLE bills (id int);")
                .file(FOLDER + "billing/V2__second.sql", "CREATE TABLE other_bills (id int);");
        try (MigratedDatabase orders = empty().flyway(application.directory(FOLDER + "orders"))) {
            Facts facts = orders.facts(profile);

            assertThat(facts.value("migration.flyway.pending")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.edited")).isEqualTo("none");
        }
    }

    @Test
    void scriptsWhenTheyAreElsewhereThenAreFoundByProperty() {
        application.without(FOLDER + "V1__orders.sql").file("sql/V1__orders.sql", "CREATE TABLE orders (id int);\n");
        try (MigratedDatabase database = empty().flyway(application.directory("sql"))) {
            assertThat(database.capture(profile)
                            .report(profile)
                            .services()
                            .get(0)
                            .facts()
                            .value("migration.flyway.pending"))
                    .as("only another history's scripts are in the usual place")
                    .isNull();
            application.file("sql/V2__more.sql", "SELECT 1;");
            database.with("flyway-locations", "classpath:/sql");

            assertThat(database.findings(profile)).extracting(Finding::actual).containsExactly("2");
            database.with("flyway-locations", "filesystem:" + application.directory("sql"));
            assertThat(database.findings(profile)).extracting(Finding::actual).containsExactly("2");
            database.with("flyway-locations", "none");
            assertThat(database.findings(profile)).isEmpty();
        }
    }

    @Test
    void historyWhenCalledOtherwiseThenIsFoundByProperty() {
        try (MigratedDatabase database = empty()) {
            database.flyway(
                    application.directory(FOLDER),
                    flyway -> configured(flyway)
                            .table("history")
                            .defaultSchema("AUDIT")
                            .load()
                            .migrate());
            assertThat(database.facts(profile).size()).isZero();

            database.with("flyway-table", "audit.history");
            assertThat(database.facts(profile).value("migration.flyway.head")).isEqualTo("2.1");
            assertThat(database.findings(profile)).isEmpty();
        }
    }

    private static FluentConfiguration configured(org.flywaydb.core.Flyway flyway) {
        return org.flywaydb.core.Flyway.configure().configuration(flyway.getConfiguration());
    }

    private MigratedDatabase migrated() {
        return empty().flyway(application.directory(FOLDER));
    }

    private static MigratedDatabase empty() {
        return MigratedDatabase.at("jdbc:h2:mem:flyway" + databases++ + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
