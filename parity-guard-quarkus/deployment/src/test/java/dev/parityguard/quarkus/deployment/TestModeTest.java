package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestModeTest {
    private static final String DEMANDING = """
            {
              "format": 1, "name": "orders", "modes": { "default": "enforce" },
              "variables": { "SURELY_NOT_SET": { "type": "string" } },
              "services": { "orders-db": { "kind": "postgresql" } }
            }
            """;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset(DEMANDING), "parity-profile.json"));

    @Inject
    ParityGuard guard;

    @Test
    void testsWhenNoEnvironmentIsNamedThenOnlyWarn() {
        ParityReport report = guard.lastReport().get().orElseThrow();

        assertThat(report.mode()).isEqualTo(Mode.WARN);
        assertThat(report.blocking()).extracting(Finding::fact).containsExactly("SURELY_NOT_SET");
    }

    @Test
    void servicesWhenTheApplicationHasNoClientThenAreUnknown() {
        assertThat(guard.lastReport().get().orElseThrow().unknowns()).isEqualTo(1);
    }
}
