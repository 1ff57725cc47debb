package dev.parityguard.quarkus.deployment;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
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
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset(DEMANDING), "parity-profile.json"))
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideConfigKey("quarkus.management.test-port", "0")
            .overrideRuntimeConfigKey("parity-guard.health.error", "down");

    @Inject
    ParityGuard guard;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Test
    void testsWhenNoEnvironmentIsNamedThenOnlyWarn() {
        ParityReport report = guard.lastReport().get().orElseThrow();

        assertThat(report.mode()).isEqualTo(Mode.WARN);
        assertThat(report.blocking()).extracting(Finding::fact).containsExactly("SURELY_NOT_SET");
    }

    @Test
    void readinessWhenErrorsAreSaidToTakeAnInstanceOutOfServiceThenIsDown() {
        when().get(management + "health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Parity Guard' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'Parity Guard' }.data.errors", equalTo(1));
    }

    @Test
    void endpointWhenNobodyOpenedItThenIsNotThere() {
        when().get(management + "parity").then().statusCode(404);
        when().get(management + "parity/profile").then().statusCode(404);
    }

    @Test
    void servicesWhenTheApplicationHasNoClientThenAreUnknown() {
        assertThat(guard.lastReport().get().orElseThrow().unknowns()).isEqualTo(1);
    }
}
