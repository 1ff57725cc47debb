package dev.parityguard.service.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.postgresql.PostgresqlProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories of all tools that are known, on each engine. */
class HistoriesOnServersTest {
    private static final String PASSWORD = "canary-pw-77ab";
    private static final FactCatalogue CATALOGUE = new PostgresqlProvider().catalogue();
    private static PostgresServer postgres;
    private static MysqlServer mysql;
    private static MysqlServer mariadb;
    private static int databases;

    @TempDir
    Path folder;

    private Application application;
    private Path profile;

    enum Product {
        POSTGRESQL,
        MYSQL,
        MARIADB,
        SQLITE,
        H2,
        HSQLDB
    }

    @BeforeAll
    static void startServers() {
        postgres = PostgresServer.version("16").start();
        postgres.createRole("app", PASSWORD);
        mysql = MysqlServer.mysql("8.0").user("app", PASSWORD).start();
        mariadb = MysqlServer.mariadb("11.4").user("app", PASSWORD).start();
    }

    @AfterAll
    static void stopServers() {
        postgres.close();
        mysql.close();
        mariadb.close();
    }

    @BeforeEach
    void emptyApplication() {
        profile = folder.resolve("parity-profile.json");
        application = Application.in(folder);
    }

    @AfterEach
    void closeApplication() {
        application.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HSQLDB")
    void flywaysHistoryIsReadOnEveryEngine(Product product) {
        application
                .file("db/migration/V1__a.sql", "CREATE TABLE a (x int);\n")
                .file("db/migration/V2__b.sql", "CREATE TABLE b (x int);");
        try (MigratedDatabase database = empty(product).flyway(application.directory("db/migration"))) {
            Facts facts = database.facts(profile);

            assertThat(facts.value("migration.flyway.head")).isEqualTo("2");
            assertThat(facts.value("migration.flyway.pending")).isEqualTo("none");
            assertThat(facts.value("migration.flyway.edited")).isEqualTo("none");
            assertThat(facts.value("migration.fingerprint")).endsWith("(3)");
            assertThat(database.findings(profile)).isEmpty();
            assertDescribed(facts);
            application.file("db/migration/V3__c.sql", "CREATE TABLE c (x int);");
            assertThat(database.findings(profile))
                    .extracting(Finding::fact)
                    .containsExactly("migration.flyway.pending");
        }
    }

    @ParameterizedTest
    @EnumSource
    void liquibasesHistoryIsReadOnEveryEngine(Product product) {
        application.file("db/changelog/log.sql", """
                --liquibase formatted sql
                --changeset ann:1
                CREATE TABLE a (x int);
                --changeset bob:2 context:test
                CREATE TABLE b (x int);
                """);
        try (MigratedDatabase database =
                empty(product).liquibase(application.directory(""), "db/changelog/log.sql", "test")) {
            Facts facts = database.facts(profile);

            assertThat(facts.value("migration.liquibase.head")).isEqualTo("db/changelog/log.sql::2::bob");
            assertThat(facts.value("migration.liquibase.change_sets")).isEqualTo("1");
            assertThat(facts.value("migration.liquibase.failed")).isEqualTo("none");
            assertThat(facts.value("migration.liquibase.lock")).isEqualTo("free");
            assertThat(profile).content().contains("migration.liquibase.applied.db/changelog/log.sql::1::ann");
            assertThat(profile).content().contains("migration.liquibase.checksum.9.db/changelog/log.sql::1::ann");
            assertThat(profile).content().contains("migration.liquibase.conditional.db/changelog/log.sql::2::bob");
            assertThat(database.findings(profile)).isEmpty();
            assertDescribed(facts);

            database.execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = " + yes(product) + ", LOCKGRANTED = "
                    + "'2026-01-02 03:04:05'");
            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.liquibase.lock");
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.actual()).isEqualTo("held for more than 10 minutes");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void headsOfToolsOfOtherLanguagesAreRead(Product product) {
        List<String> tables = List.of(
                "CREATE TABLE django_migrations (id int, app varchar(99), name varchar(99), applied timestamp)",
                "INSERT INTO django_migrations VALUES (1, 'auth', '0001_initial', NULL), (2, 'auth', '0012_b', NULL),"
                        + " (3, 'shop', '0002_x', NULL)",
                "CREATE TABLE alembic_version (version_num varchar(32))",
                "INSERT INTO alembic_version VALUES ('b7'), ('a9')",
                "CREATE TABLE knex_migrations (id int, name varchar(99), batch int, migration_time timestamp)",
                "INSERT INTO knex_migrations VALUES (1, '20240101_a.js', 1, NULL), (2, '20240202_b.js', 1, NULL)",
                "CREATE TABLE knex_migrations_lock (" + quoted(product, "index") + " int, is_locked int)",
                "INSERT INTO knex_migrations_lock VALUES (1, 1)",
                "CREATE TABLE " + quoted(product, "_prisma_migrations")
                        + " (id varchar(36), checksum varchar(64), finished_at timestamp NULL,"
                        + " migration_name varchar(99), logs varchar(99), rolled_back_at timestamp NULL,"
                        + " started_at timestamp NULL, applied_steps_count int)",
                "INSERT INTO " + quoted(product, "_prisma_migrations") + " VALUES"
                        + " ('1', '', '2024-01-01 00:00:00', '20240101_init', NULL, NULL, NULL, 1),"
                        + " ('2', '', NULL, '20240202_half', NULL, NULL, NULL, 0)",
                "CREATE TABLE schema_migrations (version bigint, dirty "
                        + (product == Product.MYSQL ? "bit(1)" : "boolean") + ")",
                "INSERT INTO schema_migrations VALUES (7, " + yes(product) + ")");
        try (MigratedDatabase database = empty(product).execute(tables.toArray(String[]::new))) {
            Facts facts = database.facts(profile);

            assertThat(facts.value("migration.django.head.auth")).isEqualTo("0012_b");
            assertThat(facts.value("migration.django.head.shop")).isEqualTo("0002_x");
            assertThat(facts.value("migration.alembic.head")).isEqualTo("a9, b7");
            assertThat(facts.value("migration.knex.head")).isEqualTo("20240202_b.js");
            assertThat(facts.value("migration.knex.lock")).isEqualTo("held");
            assertThat(facts.value("migration.prisma.head")).isEqualTo("20240101_init");
            assertThat(facts.value("migration.prisma.failed")).isEqualTo("20240202_half");
            assertThat(facts.value("migration.golang_migrate.head")).isEqualTo("7");
            assertThat(facts.value("migration.golang_migrate.dirty")).isEqualTo("yes");
            assertThat(facts.value("migration.rails.head")).isNull();
            assertDescribed(facts);
            assertThat(database.findings(profile))
                    .extracting(Finding::fact)
                    .containsExactlyInAnyOrder(
                            "migration.knex.lock", "migration.prisma.failed", "migration.golang_migrate.dirty");
            database.execute("DELETE FROM django_migrations WHERE name = '0012_b'");
            assertThat(database.findings(profile))
                    .filteredOn(finding -> finding.fact().equals("migration.django.head.auth"))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                        assertThat(finding.cause()).isEqualTo("migration not applied");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void headOfRailsIsTheGreatestVersion(Product product) {
        try (MigratedDatabase database = empty(product)
                .execute(
                        "CREATE TABLE schema_migrations (version varchar(99))",
                        "INSERT INTO schema_migrations VALUES ('20240101000000'), ('20250101000000')",
                        "CREATE TABLE ar_internal_metadata (" + quoted(product, "key") + " varchar(99), "
                                + quoted(product, "value") + " varchar(99))",
                        "INSERT INTO ar_internal_metadata VALUES ('environment', 'staging')")) {
            Facts facts = database.facts(profile);

            assertThat(facts.value("migration.rails.head")).isEqualTo("20250101000000");
            assertThat(facts.value("migration.rails.environment")).isEqualTo("staging");
            database.execute("UPDATE ar_internal_metadata SET " + quoted(product, "value") + " = 'production'");
            assertThat(database.report(profile).findings()).isEmpty();
            database.execute("DELETE FROM schema_migrations WHERE version = '20250101000000'");
            assertThat(database.findings(profile)).extracting(Finding::fact).containsExactly("migration.rails.head");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HSQLDB")
    void historyWithOtherColumnsIsAnUnknown(Product product) {
        application.file("db/migration/V1__a.sql", "CREATE TABLE a (x int);\n");
        try (MigratedDatabase production = empty(product).flyway(application.directory("db/migration"))) {
            production.capture(profile);
        }
        try (MigratedDatabase odd = empty(product)
                .execute("CREATE TABLE flyway_schema_history (installed_rank int, version varchar(50))")) {
            assertThat(odd.report(profile).findings())
                    .filteredOn(finding -> finding.fact().startsWith("migration."))
                    .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN))
                    .first()
                    .satisfies(finding -> assertThat(finding.fix())
                            .containsIgnoringCase("flyway_schema_history")
                            .contains("checksum, script, success, type"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB"})
    void historyThatMayNotBeReadIsAnUnknownThatNamesIt(Product product) {
        application.file("db/migration/V1__a.sql", "CREATE TABLE a (x int);\n");
        try (MigratedDatabase production = empty(product).flyway(application.directory("db/migration"))) {
            production.capture(profile);
        }
        try (MigratedDatabase other = withoutRights(product)) {
            assertThat(other.report(profile).findings())
                    .filteredOn(finding -> finding.fact().startsWith("migration."))
                    .isNotEmpty()
                    .allSatisfy(finding -> {
                        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
                        assertThat(finding.cause()).isEqualTo(Cause.NOT_PERMITTED.words());
                        assertThat(finding.fix()).contains("SELECT on table").contains("flyway_schema_history");
                    });
        }
    }

    @Test
    void historyCostsTwoRoundTripsMoreAndNoneWhereNobodyAsks() throws Exception {
        application.file("db/migration/V1__a.sql", "CREATE TABLE a (x int);\n");
        String name = database(Product.POSTGRESQL);
        try (FaultProxy proxy = FaultProxy.to(postgres);
                MigratedDatabase database = MigratedDatabase.at(
                        "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + name + "?sslmode=disable",
                        "app",
                        PASSWORD)) {
            database.flyway(application.directory("db/migration"));
            Path plain = folder.resolve("plain.json");
            database.guard(plain).build().capture(plain);
            assertThat(plain).content().doesNotContain("migration.");
            database.capture(profile);
            proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(200)));
            proxy.resetTraffic();
            assertThat(database.report(plain).agrees()).isTrue();
            int without = proxy.traffic().turns();
            proxy.resetTraffic();
            assertThat(database.findings(profile)).isEmpty();
            int schemaAndHistory = 3;
            assertThat(proxy.traffic().turns()).isLessThanOrEqualTo(without + schemaAndHistory);
        }
    }

    private static void assertDescribed(Facts facts) {
        assertThat(facts.stream().map(Fact::name))
                .allSatisfy(
                        name -> assertThat(CATALOGUE.describe(name)).as(name).isNotNull());
    }

    private MigratedDatabase empty(Product product) {
        String name = database(product);
        return switch (product) {
            case POSTGRESQL -> MigratedDatabase.at(postgres.jdbcUrl(name).replaceAll("\\?.*", ""), "app", PASSWORD);
            case MYSQL -> MigratedDatabase.at(mysqlUrl(name), "app", PASSWORD);
            case MARIADB -> MigratedDatabase.at(mariadbUrl(name), "app", PASSWORD);
            case SQLITE -> MigratedDatabase.at("jdbc:sqlite:" + folder.resolve(name), "", "");
            case H2 -> MigratedDatabase.at("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
            case HSQLDB -> MigratedDatabase.at("jdbc:hsqldb:mem:" + name, "sa", "");
        };
    }

    /** A database with a history that the application's user may not read, beside a table that it may. */
    private static MigratedDatabase withoutRights(Product product) {
        String name = database(product);
        String history =
                "CREATE TABLE flyway_schema_history (installed_rank int, version varchar(50), type varchar(20),"
                        + " script varchar(99), checksum int, success boolean)";
        if (product == Product.POSTGRESQL) {
            postgres.execute(name, history);
            return MigratedDatabase.at(postgres.jdbcUrl(name).replaceAll("\\?.*", ""), "app", PASSWORD);
        }
        MysqlServer server = product == Product.MYSQL ? mysql : mariadb;
        server.execute(
                "REVOKE ALL ON " + name + ".* FROM 'app'@'127.0.0.1'",
                "USE " + name,
                history,
                "CREATE TABLE orders (x int)",
                "GRANT SELECT ON " + name + ".orders TO 'app'@'127.0.0.1'");
        return MigratedDatabase.at(product == Product.MYSQL ? mysqlUrl(name) : mariadbUrl(name), "app", PASSWORD);
    }

    private static String database(Product product) {
        String name = "history" + databases++;
        switch (product) {
            case POSTGRESQL -> {
                postgres.createDatabase(name);
                postgres.execute(name, "ALTER DATABASE " + name + " OWNER TO app");
                postgres.execute(name, "GRANT ALL ON SCHEMA public TO app");
            }
            case MYSQL, MARIADB ->
                (product == Product.MYSQL ? mysql : mariadb)
                        .execute(
                                "CREATE DATABASE " + name + " CHARACTER SET utf8mb4",
                                "GRANT ALL ON " + name + ".* TO 'app'@'127.0.0.1'");
            case SQLITE, H2, HSQLDB -> {}
        }
        return name;
    }

    private static String mysqlUrl(String database) {
        return "jdbc:mysql://127.0.0.1:" + mysql.port() + "/" + database
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    private static String mariadbUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + mariadb.port() + "/" + database + "?sslMode=disable";
    }

    private static String yes(Product product) {
        return product == Product.MYSQL || product == Product.SQLITE ? "1" : "TRUE";
    }

    private static String quoted(Product product, String name) {
        return switch (product) {
            case MYSQL, MARIADB -> "`" + name + "`";
            case H2, HSQLDB -> "\"" + name.toUpperCase(Locale.ROOT) + "\"";
            default -> "\"" + name + "\"";
        };
    }
}
