package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.incidents.SchemaDrift;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary.Tally;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The structure of databases on real servers, told whole, told shortly, and compared. */
class SchemaTest {
    private static final Map<String, PostgresServer> STARTED = new HashMap<>();
    private static int databases;

    /** One of everything, in an order in which PostgreSQL takes it. */
    private static final List<String> EVERYTHING = List.of(
            "CREATE TYPE status AS ENUM ('new', 'paid')",
            "CREATE DOMAIN email AS text CHECK (value LIKE '%@%')",
            "CREATE TABLE customer (id bigserial PRIMARY KEY, mail email NOT NULL UNIQUE, state status DEFAULT 'new',"
                    + " made timestamptz DEFAULT '2020-01-01 10:00+02')",
            "CREATE TABLE \"Ord.er \"\"x\"\" 😀\" (id int GENERATED ALWAYS AS IDENTITY,"
                    + " customer_id bigint REFERENCES customer ON DELETE CASCADE, total numeric(10, 2) CHECK (total > 0))",
            "CREATE INDEX ON \"Ord.er \"\"x\"\" 😀\" (customer_id, (total * 2)) WHERE total > 5",
            "CREATE UNIQUE INDEX ON customer (state, made DESC)",
            "CREATE FUNCTION plus (a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b'",
            "CREATE FUNCTION keep () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
            "CREATE TRIGGER kept BEFORE INSERT ON customer FOR EACH ROW EXECUTE FUNCTION keep ()",
            "CREATE VIEW paid AS SELECT id, mail FROM customer WHERE state = 'paid'",
            "CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM customer",
            "CREATE SEQUENCE numbers INCREMENT 5 CACHE 10",
            "CREATE TABLE log (day date) PARTITION BY RANGE (day)",
            "CREATE TABLE log_2020 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
            "CREATE POLICY own ON customer FOR SELECT USING (id > 5)",
            "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
            "CREATE TABLE \"two\nlines\" (id int, CONSTRAINT \"a\nb\" CHECK (id > 0))");

    @TempDir
    Path folder;

    private SchemaDrift drift;

    static List<String> versions() {
        return PostgresServer.availableVersions();
    }

    @BeforeEach
    void newProfile() {
        drift = new SchemaDrift(folder);
    }

    @AfterAll
    static void stopServers() {
        STARTED.values().forEach(PostgresServer::close);
        STARTED.clear();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyKindOfObjectIsToldDescribedAndAgreesWithItself(String version) {
        PostgresServer server = server(version);
        String database = database(server, EVERYTHING);
        drift.captured(server, database, "app");

        assertThat(drift.text())
                .contains(
                        "\"schema.column.public.customer.id\": \"bigint not null default nextval(its own sequence)\"",
                        "\"schema.column.public.customer.made\": \"timestamp with time zone"
                                + " default '2020-01-01 08:00:00+00'::timestamp with time zone\"",
                        "\"schema.column.public.customer.state\": \"public.status default 'new'::public.status\"",
                        "\"schema.constraint.public.customer.primary key(id)\": \"PRIMARY KEY (id)\"",
                        "\"schema.fingerprint.view\"",
                        "\"schema.function.public.plus(a integer, b integer)\"",
                        "\"schema.grant.public.customer\": \"select, insert, update, delete\"",
                        "\"schema.policy.public.customer.own\"",
                        "\"schema.sequence.public.customer.id\"",
                        "\"schema.sequence.public.numbers\"",
                        "\"schema.table.public.log\": \"table partitioned by RANGE (day)\"",
                        "\"schema.trigger.public.customer.kept\"",
                        "\"schema.type.public.status\": \"enum 'new', 'paid'\"",
                        "\"schema.view.public.counted\"")
                .doesNotContain("log_2020");
        ParityReport report = drift.report(server, database, "app");
        assertThat(report.findings()).isEmpty();
        assertThat(report.agreeing()).isGreaterThan(100);
        FactCatalogue catalogue = new PostgresqlProvider().catalogue();
        assertThat(report.services().get(0).facts().stream().map(Fact::name))
                .allSatisfy(
                        name -> assertThat(catalogue.describe(name)).as(name).isNotNull())
                .filteredOn(name -> name.startsWith("schema.") && !name.startsWith("schema.fingerprint."))
                .as("while the fingerprints agree, nothing more is read")
                .containsExactly("schema.current");
    }

    @Test
    void otherHistoryOfTheSameStructureHasTheSameFingerprints() {
        PostgresServer server = server("16");
        Random random = new Random(20261121);
        List<String> columns =
                List.of("a int", "b text DEFAULT 'x'", "c timestamptz NOT NULL DEFAULT now()", "d numeric(8, 2)");
        for (int round = 0; round < 10; round++) {
            String straight = database(
                    server, List.of("CREATE TABLE t (" + String.join(", ", columns) + ")", "CREATE INDEX ON t (a, d)"));
            List<String> shuffled = new ArrayList<>(columns);
            Collections.shuffle(shuffled, random);
            List<String> detour = new ArrayList<>(List.of("CREATE TABLE other (x int)", "CREATE TABLE t (gone int)"));
            for (String column : shuffled) {
                detour.add("ALTER TABLE t ADD COLUMN " + column);
                if (random.nextBoolean()) {
                    detour.add("ALTER TABLE t ADD COLUMN gone" + detour.size() + " text");
                    detour.add("ALTER TABLE t DROP COLUMN gone" + (detour.size() - 1));
                }
            }
            detour.add("ALTER TABLE t DROP COLUMN gone");
            detour.add("CREATE INDEX another_name ON t (a, d)");
            detour.add("DROP TABLE other");
            String winding = database(server, detour);

            assertThat(drift.captured(server, straight, "app")
                            .report(server, winding, "app")
                            .findings())
                    .as("history %s", detour)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE customer ALTER COLUMN mail DROP NOT NULL|schema.column.public.customer.mail|ERROR",
                "ALTER TABLE customer ALTER COLUMN state DROP DEFAULT|schema.column.public.customer.state|ERROR",
                "ALTER TABLE customer DROP CONSTRAINT customer_mail_key|schema.constraint.public.customer.unique(mail)|ERROR",
                "DROP INDEX customer_state_made_idx|schema.unique_index.public.customer(state, made)|ERROR",
                "ALTER TYPE status ADD VALUE 'open' BEFORE 'paid'|schema.type.public.status|ERROR",
                "CREATE OR REPLACE FUNCTION plus (a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 7'"
                        + "|schema.function.public.plus(a integer, b integer)|WARNING",
                "DROP TRIGGER kept ON customer|schema.trigger.public.customer.kept|ERROR",
                "ALTER TABLE customer DISABLE TRIGGER kept|schema.trigger.public.customer.kept|ERROR",
                "DROP VIEW paid|schema.view.public.paid|ERROR",
                "ALTER SEQUENCE numbers INCREMENT 1|schema.sequence.public.numbers|WARNING",
                "DROP POLICY own ON customer|schema.policy.public.customer.own|ERROR",
                "ALTER TABLE customer DISABLE ROW LEVEL SECURITY|schema.table.public.customer|WARNING",
                "REVOKE DELETE ON customer FROM app|schema.grant.public.customer|WARNING",
            })
    void everyChangeIsTold(String change, String fact, String severity) {
        PostgresServer server = server("16");
        String expected = database(server, EVERYTHING);
        List<String> changed = new ArrayList<>(EVERYTHING);
        changed.add(change);
        String actual = database(server, changed);

        drift.captured(server, expected, "app");
        List<Finding> findings = drift.findings(server, actual, "app");
        if (severity.equals("NONE")) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.fact()).isEqualTo(fact);
                assertThat(finding.severity()).isEqualTo(Severity.valueOf(severity));
            });
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.fact()).doesNotContain("fingerprint"));
        }
    }

    @Test
    void missingTableExplainsEverythingThatBelongsToIt() {
        PostgresServer server = server("16");
        String expected = database(server, EVERYTHING);
        String actual = database(server, EVERYTHING.subList(0, 2));

        assertThat(drift.captured(server, expected, "app").findings(server, actual, "app"))
                .filteredOn(finding -> finding.fact().equals("schema.table.public.customer"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.consequences())
                            .extracting(Finding::fact)
                            .contains(
                                    "schema.column.public.customer.id",
                                    "schema.constraint.public.customer.primary key(id)",
                                    "schema.unique_index.public.customer(state, made)");
                });
        assertThat(drift.findings(server, actual, "app"))
                .extracting(Finding::fact)
                .noneMatch(fact -> fact.startsWith("schema.column."));
    }

    @Test
    void structureIsTalliedByKindOfObject() {
        PostgresServer server = server("16");
        String expected = database(server, EVERYTHING);
        List<String> changed = new ArrayList<>(EVERYTHING);
        changed.add("DROP INDEX customer_state_made_idx");
        String actual = database(server, changed);

        ParityReport report = drift.captured(server, expected, "app").report(server, actual, "app");

        assertThat(report.services().get(0).bySection())
                .containsEntry("schema.unique_index", new Tally(0, 1))
                .containsEntry("schema.index", new Tally(1, 0))
                .containsEntry("schema.type", new Tally(2, 0))
                .containsKeys("schema", "server");
        assertThat(report.services().get(0).sectionFingerprints())
                .containsKeys("schema", "setting", "server")
                .doesNotContainKey("identity");
    }

    @Test
    void moreThanIsExpectedIsOnlyANote() {
        PostgresServer server = server("16");
        List<String> more = new ArrayList<>(EVERYTHING);
        more.addAll(List.of(
                "ALTER TABLE customer ADD COLUMN more int",
                "CREATE TABLE another (id int PRIMARY KEY)",
                "CREATE INDEX ON customer (made)"));
        String expected = database(server, EVERYTHING);
        String actual = database(server, more);

        ParityReport report = drift.captured(server, expected, "app").report(server, actual, "app");
        assertThat(report.agrees()).isTrue();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.NOTE);
            assertThat(finding.cause()).isEqualTo("drift");
        });
    }

    @Test
    void migrationsMayRunBetweenTwoLooks() {
        PostgresServer server = server("16");
        String expected = database(server, EVERYTHING);
        String empty = database(server, List.of());
        drift.captured(server, expected, "app");
        ParityGuard guard = drift.guard(server, empty, "app").mode(Mode.ENFORCE).build();

        assertThat(guard.comparesSchema()).isTrue();
        assertThat(drift.guard(server, empty, "app").mode(Mode.OFF).build().comparesSchema())
                .isFalse();
        assertThat(guard.enforceBeforeMigrations().findings()).isEmpty();
        server.execute(empty, withRole(EVERYTHING));
        assertThatCode(guard::enforce).doesNotThrowAnyException();
    }

    @Test
    void searchPathAndTimeZoneOfTheSessionMakeNoDifferenceAndStayAsTheyWere() throws Exception {
        PostgresServer server = server("16");
        String database = database(server, EVERYTHING);
        drift.captured(server, database, "app");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(database));
        config.setUsername("app");
        config.setPassword("secret");
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(
                "SET search_path = pg_temp, public; SET timezone = 'Asia/Tokyo'; SET intervalstyle = 'iso_8601';"
                        + " SET quote_all_identifiers = on");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            ParityReport report = ParityGuard.builder()
                    .profile(folder.resolve("parity-profile.json").toString())
                    .service("orders-db", Target.of(pool))
                    .build()
                    .run();
            assertThat(report.findings())
                    .extracting(Finding::fact)
                    .noneMatch(fact -> fact.startsWith("schema.") && !fact.equals("schema.current"));
            assertThat(report.services().get(0).facts().value("schema.fingerprint.column"))
                    .isNotNull();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet settings = statement.executeQuery(
                            "SELECT concat_ws(' ', current_setting('search_path'), current_setting('TimeZone'),"
                                    + " current_setting('IntervalStyle'), current_setting('quote_all_identifiers'))")) {
                settings.next();
                assertThat(settings.getString(1)).isEqualTo("pg_temp, public Asia/Tokyo iso_8601 on");
            }
        }
    }

    @Test
    void schemasAreThoseThatTheProfileNames() {
        PostgresServer server = server("16");
        List<String> twoSchemas = List.of(
                "CREATE SCHEMA audit",
                "CREATE SCHEMA \"o'dd \\\"",
                "CREATE TABLE audit.event (id int)",
                "CREATE TABLE here (id int)");
        String database = database(server, twoSchemas);

        assertThat(drift.captured(server, database, "app").text())
                .contains("schema.table.public.here")
                .doesNotContain("audit.event");
        ParityGuard.Builder guard = ParityGuard.builder()
                .schema()
                .service(
                        "orders-db",
                        Target.url(server.url("app", "secret", database)).with("schemas", "audit, o'dd \\"));
        assertThatCode(() -> assertThat(guard.build().captureText())
                        .contains("schema.table.audit.event")
                        .doesNotContain("public.here"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 3"})
    void unchangedSchemaCostsOneRoundTripMore(int changes, int turns) throws Exception {
        PostgresServer server = server("16");
        String database = database(server, EVERYTHING);
        drift.captured(server, database, "app");
        if (changes > 0) {
            server.execute(database, "ALTER TABLE customer ADD COLUMN more int");
        }
        HikariConfig config = new HikariConfig();
        config.setUsername("app");
        config.setPassword("secret");
        config.setMaximumPoolSize(1);
        try (FaultProxy proxy = FaultProxy.to(server)) {
            config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + database + "?sslmode=disable");
            try (HikariDataSource pool = new HikariDataSource(config)) {
                pool.getConnection().close();
                proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(200)));
                proxy.resetTraffic();
                ParityReport report = ParityGuard.builder()
                        .profile(folder.resolve("parity-profile.json").toString())
                        .service("orders-db", Target.of(pool))
                        .build()
                        .run();
                assertThat(report.services().get(0).facts().value("schema.fingerprint.column"))
                        .isNotNull();
                assertThat(proxy.traffic().turns()).isLessThanOrEqualTo(turns);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_proc", "pg_namespace", "pg_enum"})
    void catalogThatMayNotBeReadIsAnUnknown(String catalog) {
        try (PostgresServer server = PostgresServer.version("16").start()) {
            server.createRole("app", "secret");
            String database = database(server, EVERYTHING);
            drift.captured(server, database, "app");
            server.execute(database, "REVOKE SELECT ON pg_catalog." + catalog + " FROM PUBLIC");

            ParityReport report = drift.report(server, database, "app");

            assertThat(report.findings())
                    .allSatisfy(finding ->
                            assertThat(finding.outcome()).as(finding.fact()).isNotEqualTo(Outcome.MISMATCH));
            assertThat(report.findings())
                    .filteredOn(finding -> finding.outcome() == Outcome.UNKNOWN)
                    .anySatisfy(finding -> assertThat(finding.fix()).contains("read access to the system catalogs"));
        }
    }

    @Test
    void moreObjectsThanAnybodyReadsAreSummedUp() {
        PostgresServer server = server("16");
        String database = database(
                server,
                List.of("DO $$ BEGIN FOR i IN 1..150 LOOP EXECUTE 'CREATE TABLE t' || i || ' (' ||"
                        + " (SELECT string_agg('c' || n || ' int', ', ') FROM generate_series(1, 140) n) || ')';"
                        + " END LOOP; END $$"));

        assertThat(drift.captured(server, database, "app").text())
                .contains("schema.fingerprint.column")
                .doesNotContain("schema.column.");
        assertThat(drift.report(server, database, "app").findings()).isEmpty();
        server.execute(database, "ALTER TABLE t1 DROP COLUMN c1");
        assertThat(drift.findings(server, database, "app"))
                .extracting(Finding::fact)
                .containsExactly("schema.fingerprint.column");
    }

    private static PostgresServer server(String version) {
        return STARTED.computeIfAbsent(version, v -> {
            PostgresServer server = PostgresServer.version(v).start();
            server.createRole("app", "secret");
            return server;
        });
    }

    /** A database whose objects belong to the application's role. */
    private static String database(PostgresServer server, List<String> statements) {
        String name = "d" + databases++;
        server.createDatabase(name);
        server.execute(name, "ALTER DATABASE " + name + " OWNER TO app", "GRANT ALL ON SCHEMA public TO app");
        server.execute(name, withRole(statements));
        return name;
    }

    private static String[] withRole(List<String> statements) {
        List<String> asApp = new ArrayList<>(List.of("SET ROLE app"));
        asApp.addAll(statements);
        return asApp.toArray(String[]::new);
    }
}
