package dev.parityguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads in a JVM of its own: classes cost a cold process more than anything else the guard does. */
class LeanStartTest {
    @TempDir
    private Path folder;

    @Test
    void startWhenEverythingAgreesThenLoadsNothingThatItDoesNotUse() throws Exception {
        List<String> loaded = loadedClasses("low", 0);

        assertThat(loaded).contains("dev.parityguard.ParityGuard", "dev.parityguard.report.OneLine");
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind."))
                .noneMatch(name -> name.startsWith("com.mongodb."))
                .noneMatch(name -> name.startsWith("io.lettuce."))
                .noneMatch(name -> name.startsWith("com.rabbitmq."))
                .noneMatch(name -> name.startsWith("io.micrometer."))
                .noneMatch(name -> name.startsWith("org.apache.kafka."))
                .noneMatch(name -> name.startsWith("org.postgresql."))
                .noneMatch(name -> name.startsWith("software.amazon."))
                .noneMatch(name -> name.startsWith("dev.parityguard.fetch."))
                .noneMatch(name -> name.startsWith("dev.parityguard.junit."))
                .noneMatch(name -> name.startsWith("javax.net.ssl."))
                .noneMatch(name -> name.startsWith("java.security.Signature"))
                .doesNotContain("dev.parityguard.internal.TrustedProfile", "dev.parityguard.profile.ProfileSignature")
                .doesNotContain("dev.parityguard.action.RunRecord", "dev.parityguard.report.RunLine")
                .doesNotContain("dev.parityguard.report.ReportText", "dev.parityguard.report.ReportJson")
                .doesNotContain("dev.parityguard.metrics.ParityMetrics");
    }

    /** The first one links some forty classes of method handles. */
    @Test
    void startWhenEverythingAgreesThenComparesNoRecords() throws Exception {
        assertThat(loadedClasses("low", 0)).doesNotContain("java.lang.runtime.ObjectMethods");
    }

    @Test
    void startWhenRefusedThenLoadsTheRenderer() throws Exception {
        assertThat(loadedClasses("high", 1)).contains("dev.parityguard.report.ReportText");
    }

    private List<String> loadedClasses(String tone, int status) throws Exception {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                {"format": 1, "name": "application", "modes": {"default": "enforce"},
                 "services": {"echo": {"kind": "echo", "facts": {"product": "echo", "version": "1.0", "tone": "%s"}}},
                 "rules": [{"fact": "echo/tone", "severity": "error"}]}""".formatted(tone));
        Path log = folder.resolve("loaded");
        Process boot = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoBoot.class.getName(),
                        profile.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(boot.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(boot.exitValue()).isEqualTo(status);
        } finally {
            boot.destroyForcibly();
        }
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                .toList();
    }
}
