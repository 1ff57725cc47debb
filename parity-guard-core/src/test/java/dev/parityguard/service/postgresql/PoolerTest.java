package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.PgBouncer;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.jdbc.DataSourceProvider;
import dev.parityguard.target.Target;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Needs PgBouncer from the operating system's packages: run with the Maven profile {@code packages}. */
@Tag("packages")
class PoolerTest {
    @Test
    void serverWhenBehindAPoolerThenThePoolerIsSeenAndNothingElseDiffers() throws Exception {
        try (PostgresServer server = PostgresServer.version("16").start();
                PgBouncer pooler = PgBouncer.inFrontOf(server)) {
            Facts direct = look(server.jdbcUrl("postgres"));
            Facts pooled = look(pooler.jdbcUrl("postgres"));

            assertThat(direct.value("pooler")).isEqualTo("no");
            assertThat(pooled.value("pooler")).isEqualTo("yes");
            assertThat(pooled.value("version")).isEqualTo(server.version());
            assertThat(pooled.stream().filter(fact -> fact.name().startsWith("behaviour.")))
                    .isNotEmpty()
                    .allSatisfy(fact -> assertThat(fact).isEqualTo(direct.get(fact.name())));
        }
    }

    private static Facts look(String url) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        Probe probe = new DataSourceProvider().probe(Target.of(dataSource));
        return ((Observed) ProbeTrial.run(probe, Duration.ofSeconds(30)).observation()).facts();
    }
}
