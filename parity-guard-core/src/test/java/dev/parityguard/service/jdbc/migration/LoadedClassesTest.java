package dev.parityguard.service.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.service.jdbc.DataSourceProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads in a JVM of its own. */
class LoadedClassesTest {
    private static final String HISTORY = "dev.parityguard.service.jdbc.migration.MigrationHistory";

    @TempDir
    Path folder;

    @Test
    void profileWithoutMigrationsThenNothingOfThemIsLoaded() throws Exception {
        assertThat(loaded("\"version\": \"2.4\""))
                .contains(DataSourceProvider.class.getName())
                .doesNotContain(HISTORY, "dev.parityguard.service.jdbc.migration.BundledFiles");
    }

    @Test
    void profileWithMigrationsThenTheirHistoryIsLoadedAndNoScripts() throws Exception {
        assertThat(loaded("\"migration.flyway.head\": \"1\""))
                .contains(HISTORY)
                .doesNotContain("dev.parityguard.service.jdbc.migration.BundledFiles");
    }

    private List<String> loaded(String fact) throws Exception {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                {"format": 1, "name": "application",
                 "services": {"orders-db": {"kind": "h2database", "facts": {"product": "h2", %s}}}}""".formatted(fact));
        Path log = folder.resolve("loaded");
        Process boot = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PooledBoot.class.getName(),
                        profile.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(boot.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(boot.exitValue()).isZero();
        } finally {
            boot.destroyForcibly();
        }
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                .toList();
    }
}
