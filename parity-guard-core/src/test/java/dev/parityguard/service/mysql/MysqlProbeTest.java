package dev.parityguard.service.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.probe.ProbeTrial;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MysqlProbeTest {
    /** An engine that knows VERSION() and nothing else of MySQL: H2 in a mode that is not even MySQL's. */
    @Test
    void serverWithoutTheViewsThenTheVersionIsSeenAndTheRestIsUnknown() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:views;MODE=PostgreSQL")) {
            Observed seen = (Observed)
                    ProbeTrial.run(context -> new MysqlProvider().observe(connection, context), Duration.ofSeconds(30))
                            .observation();
            assertThat(seen.facts().value("version")).isNotBlank();
            assertThat(seen.facts().value("setting.sql_mode")).isNull();
            assertThat(seen.unknowns())
                    .extracting(Unknown::fact)
                    .contains("setting.*", "behaviour.*", "time_zone_tables.loaded");
            assertThat(seen.unknowns()).extracting(Unknown::cause).containsOnly(Unknown.Cause.NOT_SUPPORTED);
        }
    }
}
