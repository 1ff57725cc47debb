package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Severity;
import dev.parityguard.incidents.SchemaDatabases;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of data, never data. */
class DataShapeTest {
    private static final SchemaDatabases DATABASES = new SchemaDatabases();

    private static final List<String> TABLES = List.of(
            "CREATE TABLE country (code text PRIMARY KEY, name text)",
            "CREATE TABLE orders (id int PRIMARY KEY, country text, note text, state text NOT NULL)");
    private static final List<String> PRODUCTION = List.of(
            "INSERT INTO country VALUES ('NL', 'canary-a'), ('UA', 'canary-b'), ('PT', 'canary-c')",
            "INSERT INTO orders SELECT i, CASE i % 2 WHEN 0 THEN 'NL' ELSE 'UA' END,"
                    + " CASE WHEN i % 3 = 0 THEN 'canary' || i END, CASE WHEN i % 20 = 0 THEN 'open' ELSE 'paid' END"
                    + " FROM generate_series(1, 3000) i",
            "ANALYZE country, orders");

    @TempDir
    Path folder;

    static List<String> versions() {
        return PostgresServer.availableVersions();
    }

    @AfterAll
    static void stopServers() {
        DATABASES.close();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shapeIsToldInClassesAndHashesAndNeverAValue(String version) throws IOException {
        PostgresServer server = DATABASES.server(version);
        String database = database(server, PRODUCTION);
        Path profile = captured(server, database);

        assertThat(Files.readString(profile))
                .contains(
                        "\"shape.rows.public.orders\": \"1000\"",
                        "\"shape.rows.public.country\": \"1\"",
                        "\"shape.nulls.public.orders.note\": \"10 to 90 %\"",
                        "\"shape.nulls.public.orders.state\": \"none\"",
                        "\"shape.distinct.public.orders.id\": \"unique\"",
                        "\"shape.distinct.public.orders.country\": \"few\"",
                        "\"shape.skew.public.orders.state\": \"one value nearly everywhere\"")
                .containsPattern("\"shape.values.public.country.code\": \"[0-9a-f]{12}, [0-9a-f]{12}, [0-9a-f]{12}\"")
                .doesNotContain("canary", "NL", "paid");
        ParityReport report = guard(server, database, profile).build().run();
        assertThat(report.findings()).isEmpty();
        FactCatalogue catalogue = new PostgresqlProvider().catalogue();
        assertThat(report.services().get(0).facts().stream().map(Fact::name))
                .allSatisfy(
                        name -> assertThat(catalogue.describe(name)).as(name).isNotNull());
    }

    @Test
    void otherShapeIsNeverMoreThanAWarning() throws IOException {
        PostgresServer server = DATABASES.server("16");
        Path profile = captured(server, database(server, PRODUCTION));
        String staging = database(
                server,
                List.of(
                        "INSERT INTO country VALUES ('NL', 'x'), ('XX', 'y')",
                        "INSERT INTO orders SELECT i, 'NL', 'n', 'paid' FROM generate_series(1, 50) i",
                        "ANALYZE country, orders"));

        List<Finding> findings = guard(server, staging, profile).build().run().findings();

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.severity()).isNotEqualTo(Severity.ERROR));
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.WARNING)
                .extracting(Finding::fact)
                .containsExactly("shape.values.public.country.code");
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.INFO)
                .extracting(Finding::fact)
                .contains("shape.rows.public.orders", "shape.nulls.public.orders.note");
    }

    @Test
    void ruleSetsAThreshold() throws IOException {
        PostgresServer server = DATABASES.server("16");
        Path profile = captured(server, database(server, PRODUCTION));
        Files.writeString(
                profile,
                Files.readString(profile)
                        .replace(
                                "\"rules\": []",
                                "\"rules\": [{ \"fact\": \"orders-db/shape.rows.*\", \"compare\": \"range\", \"value\": \"[100,)\","
                                        + " \"severity\": \"warning\" }]"));
        String small = database(server, List.of("INSERT INTO country VALUES ('NL', 'x')", "ANALYZE country, orders"));

        assertThat(guard(server, small, profile).build().run().findings())
                .filteredOn(finding -> finding.fact().equals("shape.rows.public.country"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void missingAndOldStatisticsAreUnknown() throws IOException {
        PostgresServer server = DATABASES.server("16");
        Path profile = captured(server, database(server, PRODUCTION));
        String never = database(server, PRODUCTION.subList(0, 2));

        assertThat(guard(server, never, profile).build().run().findings())
                .filteredOn(finding -> finding.outcome() != Outcome.NOTE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(finding.fix()).contains("ANALYZE");
                });
    }

    @Test
    void columnsThatMayNotBeReadAreUnknownAndOfOthersNothingIsAsked() throws IOException {
        PostgresServer server = DATABASES.server("16");
        String database = database(server, PRODUCTION);
        Path profile = captured(server, database);
        server.execute(database, "ALTER TABLE orders OWNER TO postgres", "REVOKE ALL ON orders FROM app");

        assertThat(guard(server, database, profile).build().run().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(finding.cause()).isEqualTo("not permitted");
                    assertThat(finding.fix()).contains("SELECT on the column");
                });
        Facts facts = ParityGuard.builder()
                .variables(VariableSource.of(Map.of()))
                .service("orders-db", Target.url(server.url("app", "secret", database)))
                .build()
                .run()
                .services()
                .get(0)
                .facts();
        assertThat(facts.stream().map(Fact::name)).noneMatch(name -> name.startsWith("shape."));
    }

    private Path captured(PostgresServer server, String database) throws IOException {
        Path profile = folder.resolve("parity-profile.json");
        assertThat(guard(server, database, profile).build().capture(profile).missed())
                .isEmpty();
        return profile;
    }

    private static ParityGuard.Builder guard(PostgresServer server, String database, Path profile) {
        return ParityGuard.builder()
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .service(
                        "orders-db",
                        Target.url(server.url("app", "secret", database))
                                .with("data-shape", "*")
                                .with("reference-data", "country.code"));
    }

    private static String database(PostgresServer server, List<String> data) {
        List<String> statements = new ArrayList<>(TABLES);
        statements.addAll(data);
        return DATABASES.create(server, statements);
    }
}
