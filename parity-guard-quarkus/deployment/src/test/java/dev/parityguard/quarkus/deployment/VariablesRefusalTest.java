package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VariablesRefusalTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource("variables-profile.json", "parity-profile.json")
                    .addAsResource(new StringAsset("ORDERS_PORT=many"), "application.properties"))
            .overrideRuntimeConfigKey("parity-guard.environment", "production")
            .assertException(Refusal.withText("""
                    Parity Guard: orders does not match profile "orders" (captured from production, 2026-11-20): 2 errors, 0 facts agree. Mode enforce: refusing to start.

                      ERROR    environment  environment.ORDERS_KEY
                               expected  a text, secret, at least 8 characters
                               actual    absent
                               why       the application stops at its first use, or goes on with a default that nobody
                                         chose for here
                               fix       set it

                      ERROR    environment  environment.ORDERS_PORT
                               expected  a port
                               actual    set, but it is not an integer  (set by application.properties)
                               why       a parser fails on it, or falls back to a default without a word
                               fix       write digits only

                      To start anyway, once: PARITY_GUARD_MODE=warn
                      To excuse a finding: docs/profile-format.md#waivers
                    """));

    @Test
    void applicationWhenVariablesAreNotAsDemandedThenDoesNotStart() {
        fail("started");
    }
}
