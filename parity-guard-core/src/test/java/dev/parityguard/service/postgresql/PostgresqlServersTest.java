package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.PostgresServerBuilder;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One look at every server that can be had. */
class PostgresqlServersTest {
    private static final Duration TIME = Duration.ofSeconds(30);
    private final FactCatalogue catalogue = new PostgresqlProvider().catalogue();

    static List<String> versions() {
        return PostgresServer.availableVersions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionIsReadWholeByAPlainRoleAndTheSameTwice(String version) throws Exception {
        try (PostgresServer server = started(PostgresServer.version(version))) {
            Observed seen = look(server, "app");
            assertThat(seen.facts().value("product")).isEqualTo("postgresql");
            assertThat(seen.facts().value("version")).isEqualTo(version);
            assertThat(seen.facts().value("platform")).isEqualTo("self-managed");
            assertThat(seen.facts().value("pooler")).isEqualTo("no");
            assertThat(seen.facts().value("clock.agrees_with_this_machine")).isEqualTo("yes");
            assertThat(seen.facts().value("behaviour.date_order")).isEqualTo("2003-01-02");
            assertThat(seen.facts().size()).isGreaterThan(75);
            assertThat(seen.unknowns())
                    .containsExactly(new Unknown(
                            "setting.shared_preload_libraries", Unknown.Cause.NOT_PERMITTED, "pg_read_all_settings"));
            assertThat(seen.facts().stream().map(Fact::name))
                    .allSatisfy(name ->
                            assertThat(catalogue.describe(name)).as(name).isNotNull());
            assertThat(look(server, "app")).isEqualTo(seen);
            assertThat(look(server, "postgres").unknowns()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII", "EUC_JP"})
    void databaseThatCannotHoldUnicodeIsReadAllTheSame(String encoding) throws Exception {
        try (PostgresServer server =
                started(PostgresServer.version("16").initdb("--locale=C", "--encoding=" + encoding))) {
            Observed seen = look(server, "app");
            assertThat(seen.facts().value("encoding")).isEqualTo(encoding);
            assertThat(seen.facts().value("behaviour.lower")).isEqualTo("not representable");
            assertThat(seen.facts().value("behaviour.sort_order")).isEqualTo("1-1 11 A B _a a \"a b\" a-b ab b z");
        }
    }

    @Test
    void whatIsRevokedIsUnknownAndTheRestIsSeen() throws Exception {
        try (PostgresServer server = started(PostgresServer.version("16"))) {
            server.execute("postgres", "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
            Observed seen = look(server, "app");
            assertThat(seen.facts().value("setting.jit")).isEqualTo("on");
            assertThat(seen.unknowns()).anySatisfy(unknown -> {
                assertThat(unknown.fact()).isEqualTo("identity.cluster");
                assertThat(unknown.cause()).isEqualTo(Unknown.Cause.NOT_PERMITTED);
            });
        }
    }

    @Test
    void whenTheCatalogsAreClosedTheVersionIsStillSeen() throws Exception {
        try (PostgresServer server = started(PostgresServer.version("16"))) {
            server.execute("postgres", "REVOKE SELECT ON pg_catalog.pg_settings FROM PUBLIC");
            Observed seen = look(server, "app");
            assertThat(seen.facts().value("version")).isEqualTo(server.version());
            assertThat(seen.unknowns())
                    .extracting(Unknown::fact)
                    .contains("setting.*", "behaviour.*", "writable", "identity.cluster");
        }
    }

    private static PostgresServer started(PostgresServerBuilder builder) {
        PostgresServer server = builder.start();
        server.createRole("app", "secret");
        return server;
    }

    private static Observed look(PostgresServer server, String role) throws Exception {
        Target target = Target.url(server.url(role, "secret", "postgres"));
        return (Observed)
                ProbeTrial.run(new PostgresqlProvider().probe(target), TIME).observation();
    }
}
