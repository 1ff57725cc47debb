package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parityguard.servers.PostgresServer;
import io.quarkus.test.QuarkusUnitTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The data source of the mismatch is another one than the data source that would be migrated. */
class BeforeMigrationTest {
    private static final PostgresServer DATABASE = PostgresServer.version("16").start();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource("database-profile.json", "parity-profile.json")
                    .addAsResource(new StringAsset("create table migrated (id int)"), "db/migration/V1__first.sql"))
            .overrideConfigKey("quarkus.datasource.orders.db-kind", "postgresql")
            .overrideConfigKey("quarkus.datasource.audit.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.orders.jdbc.url", DATABASE.jdbcUrl("postgres"))
            .overrideRuntimeConfigKey("quarkus.datasource.audit.jdbc.url", DATABASE.jdbcUrl("template1"))
            .overrideRuntimeConfigKey("quarkus.flyway.audit.migrate-at-start", "true")
            .overrideRuntimeConfigKey("parity-guard.environment", "production")
            .setAfterAllCustomizer(DATABASE::close)
            .assertException(thrown -> {
                assertThat(thrown).hasStackTraceContaining("orders-db  postgresql.version");
                assertThat(Tables.of(DATABASE, "template1")).isEmpty();
            });

    @Test
    void applicationWhenRefusedThenHasNotMigrated() {
        fail("started");
    }
}
