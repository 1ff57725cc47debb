package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.fail;

import dev.parityguard.servers.PostgresServer;
import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseRefusalTest {
    private static final PostgresServer DATABASE = PostgresServer.version("16").start();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource("database-profile.json", "parity-profile.json"))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", DATABASE.jdbcUrl("postgres"))
            .overrideRuntimeConfigKey("parity-guard.environment", "production")
            .setAfterAllCustomizer(DATABASE::close)
            .assertException(Refusal.withText("""
                    Parity Guard: orders does not match profile "orders" (captured from production, 2026-11-20): 1 error, 1 fact agrees, 1 note. Mode enforce: refusing to start.

                      ERROR    orders-db  postgresql.version
                               expected  13.23  (production)
                               actual    16.15  (production, postgresql 16.15)
                               why       another major version has other syntax, functions and defaults
                               fix       run version 13.23 here
                               owner     team-orders

                      NOTE     orders-db postgresql.not-in-profile: (facts of this release)

                      To start anyway, once: PARITY_GUARD_MODE=warn
                      To excuse a finding: docs/profile-format.md#waivers
                    """));

    @Test
    void applicationWhenDatabaseIsAnotherVersionThenDoesNotStart() {
        fail("started");
    }
}
