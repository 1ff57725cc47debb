package dev.parityguard.quarkus.minimal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinimalApplicationTest {
    @TempDir
    Path folder;

    @Test
    void applicationWhenEverythingIsAsDemandedThenStarts() throws Exception {
        StartedApplication application =
                StartedApplication.in(folder, Map.of("PARITY_GUARD_ENVIRONMENT", "production", "ORDERS_PORT", "8080"));

        assertThat(application.output()).contains("working", "parity-guard");
        assertThat(application.status()).isZero();
    }

    @Test
    void applicationWhenAVariableIsMissingThenPrintsTheReportAloneAndEndsWithStatusOne() throws Exception {
        StartedApplication application =
                StartedApplication.in(folder, Map.of("PARITY_GUARD_ENVIRONMENT", "production"));

        assertThat(application.errors()).isEqualTo("""
                        Parity Guard: minimal does not match profile "minimal": 1 error, 0 facts agree. Mode enforce: refusing to start.

                          ERROR    environment  environment.ORDERS_PORT
                                   expected  a port
                                   actual    absent
                                   why       the application stops at its first use, or goes on with a default that nobody
                                             chose for here
                                   fix       set it

                          To start anyway, once: PARITY_GUARD_MODE=warn
                          To excuse a finding: docs/profile-format.md#waivers

                        """);
        assertThat(application.output()).doesNotContain("working", "Exception", "\tat ");
        assertThat(application.status()).isEqualTo(1);
    }

    @Test
    void applicationWhenSwitchedToWarnFromOutsideThenStarts() throws Exception {
        StartedApplication application = StartedApplication.in(
                folder, Map.of("PARITY_GUARD_ENVIRONMENT", "production", "PARITY_GUARD_MODE", "warn"));

        assertThat(application.output()).contains("working", "environment.ORDERS_PORT");
        assertThat(application.status()).isZero();
    }

    @Test
    void applicationWhenSwitchedOffFromOutsideThenSaysNothing() throws Exception {
        StartedApplication application = StartedApplication.in(
                folder, Map.of("PARITY_GUARD_ENVIRONMENT", "production"), "-Dparity-guard.mode=off");

        assertThat(application.output()).contains("working").doesNotContain("ORDERS_PORT");
        assertThat(application.status()).isZero();
    }

    @Test
    void applicationWhenTheModeIsNoneThenSaysWhichThereAre() throws Exception {
        StartedApplication application = StartedApplication.in(folder, Map.of("PARITY_GUARD_MODE", "enforced"));

        assertThat(application.errors()).contains("parity-guard.mode", "enforced", "allowed values: ");
        assertThat(application.status()).isEqualTo(1);
    }

    @Test
    void applicationWhenToldToCaptureAndEndThenWritesTheProfileAndEnds() throws Exception {
        Path profile = folder.resolve("captured.json");

        StartedApplication application = StartedApplication.in(
                folder,
                Map.of("PARITY_GUARD_ENVIRONMENT", "production", "ORDERS_PORT", "8080"),
                "-Dparity-guard.capture=" + profile,
                "-Dparity-guard.capture-exit=true");

        assertThat(Files.readString(profile)).contains("\"environment\": \"production\"");
        assertThat(application.output()).doesNotContain("working", "Exception");
        assertThat(application.errors())
                .startsWith("Parity Guard: captured in " + profile + ": facts by service ")
                .endsWith("}\n")
                .containsPattern("\\{runtime=\\d+}");
        assertThat(application.status()).isZero();
    }
}
