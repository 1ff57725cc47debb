package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.fail;

import dev.parityguard.servers.PostgresServer;
import io.quarkus.test.QuarkusUnitTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoubtRefusalTest {
    private static final String PROFILE = """
            {
              "format": 1,
              "name": "orders",
              "modes": { "production": "enforce" },
              "services": {
                "orders-db": { "kind": "postgresql", "facts": { "product": "postgresql" } },
                "cache": { "kind": "redis", "facts": { "product": "redis" } }
              }
            }
            """;

    private static final PostgresServer DATABASE = PostgresServer.version("16").start();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset(PROFILE), "parity-profile.json"))
            .overrideConfigKey("quarkus.datasource.first.db-kind", "postgresql")
            .overrideConfigKey("quarkus.datasource.second.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.first.jdbc.url", DATABASE.jdbcUrl("postgres"))
            .overrideRuntimeConfigKey("quarkus.datasource.second.jdbc.url", DATABASE.jdbcUrl("template1"))
            .overrideRuntimeConfigKey("parity-guard.environment", "production")
            .overrideRuntimeConfigKey("parity-guard.services.cache.bean", "chache")
            .setAfterAllCustomizer(DATABASE::close)
            .assertException(Refusal.withText("""
                    Parity Guard cannot tell where services are:
                      cache: parity-guard.services.cache.bean names 'chache', but there is none of that name; the guard can look through: data source first, second
                      orders-db: no client has its name, and it could be any of: data source first, second; say which: parity-guard.services.orders-db.bean, or where it is: parity-guard.services.orders-db.url

                    Say it in the configuration, or name the clients as the profile names the services."""));

    @Test
    void applicationWhenNobodyCanTellWhichClientIsMeantThenDoesNotStart() {
        fail("started");
    }
}
