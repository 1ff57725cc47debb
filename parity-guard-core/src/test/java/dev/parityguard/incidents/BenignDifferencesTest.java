package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.postgresql.PostgresqlProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Differences that are meant to be: nothing above {@code info} is said. */
class BenignDifferencesTest {
    private static final IncidentFixture FIXTURE =
            new IncidentFixture("postgresql", null, new PostgresqlProvider().catalogue());

    private static PostgresServer small;
    private static PostgresServer big;

    @BeforeAll
    static void startServers() {
        small = PostgresServer.version("16").start();
        big = PostgresServer.version("16")
                .initdb("--locale=C.UTF-8", "--encoding=UTF8")
                .setting("shared_buffers", "64MB")
                .setting("work_mem", "16MB")
                .setting("effective_cache_size", "8GB")
                .setting("max_connections", "80")
                .setting("cluster_name", "production")
                .start();
        small.createRole("app", "secret");
        big.createRole("app", "secret");
        big.createRole("app2", "another-secret");
    }

    @AfterAll
    static void stopServers() {
        small.close();
        big.close();
    }

    @Test
    @Incident("B01")
    void sizesDiffer() {
        FIXTURE.assertAgrees(look(small), look(big));
    }

    @Test
    @Incident("B02")
    void portsAndDirectoriesDiffer() {
        assertThat(small.port()).isNotEqualTo(big.port());
        FIXTURE.assertAgrees(look(big), look(small));
    }

    @Test
    @Incident("B03")
    void passwordsAndRolesDiffer() {
        FIXTURE.assertAgrees(look(big), PostgresqlLook.at(big, "postgres", "app2"));
    }

    /** The packager's words are recorded: Debian's build cannot be started here. */
    @Test
    @Incident("B04")
    void packagerAddsToTheVersion() {
        FIXTURE.assertAgrees(look(small), with(look(small), Map.of("version", "16.15 (Debian 16.15-0+deb12u1)")));
    }

    @Test
    @Incident("B05")
    void amountsOfRowsDiffer() {
        small.createDatabase("filled");
        small.createDatabase("empty");
        small.execute("filled", "CREATE TABLE t AS SELECT generate_series(1, 10000) AS id", "ANALYZE t");
        small.execute("empty", "CREATE TABLE t (id int)");
        FIXTURE.assertAgrees(PostgresqlLook.at(small, "filled", "app"), PostgresqlLook.at(small, "empty", "app"));
    }

    @Test
    @Incident("B06")
    void numberOfStandbysDiffers() {
        Observed alone = look(small);
        try (PostgresServer standby = small.startStandby()) {
            assertThat(PostgresqlLook.at(standby, "postgres", "app").facts().value("writable"))
                    .isEqualTo("no");
            FIXTURE.assertAgrees(alone, look(small));
        }
    }

    @Test
    @Incident("B07")
    void clustersAreNotTheSame() {
        Observed a = look(small);
        Observed b = look(big);
        assertThat(a.facts().value("identity.cluster"))
                .isNotNull()
                .isNotEqualTo(b.facts().value("identity.cluster"));
        FIXTURE.assertAgrees(a, b);
    }

    /** The other spellings are recorded: they depend on how the cluster was made. */
    @Test
    @Incident("B08")
    void sameLocaleIsSpelledAnotherWay() {
        Observed seen = look(small);
        FIXTURE.assertAgrees(
                with(seen, Map.of("collation", "C.UTF-8", "ctype", "C.UTF-8", "encoding", "UTF8")),
                with(seen, Map.of("collation", "C.utf8", "ctype", "C.utf8", "encoding", "UTF-8")));
    }

    @Test
    @Incident("B09")
    void unitsAndBooleansAreSpelledAnotherWay() {
        Observed seen = look(small);
        FIXTURE.assertAgrees(
                with(seen, Map.of("setting.statement_timeout", "5s", "setting.jit", "true")),
                with(seen, Map.of("setting.statement_timeout", "5000ms", "setting.jit", "on")));
    }

    private static Observed look(PostgresServer server) {
        return PostgresqlLook.at(server, "postgres", "app");
    }

    private static Observed with(Observed seen, Map<String, String> others) {
        Facts.Builder facts = Facts.builder();
        for (Fact fact : seen.facts()) {
            facts.put(fact.name(), fact.value(), fact.source());
        }
        others.forEach(facts::put);
        return new Observed(seen.kind(), facts.build(), List.of());
    }
}
