package dev.parityguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar holds, and that it works alone. */
@Tag("packaged")
class PackagedJarTest {
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void jarListsTheLicenceOfEverythingInside() throws IOException {
        try (JarFile jar = open()) {
            Set<String> inside = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties"))
                    .map(name -> name.split("/")[2])
                    .filter(group -> !group.equals("dev.parityguard"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(inside).contains("org.mariadb.jdbc", "org.snakeyaml", "software.amazon.awssdk");
            String told = Cli.in(folder).run("--version").out();
            assertThat(inside).allSatisfy(group -> assertThat(told).contains(group));
            assertThat(told)
                    .startsWith("parity-guard ")
                    .contains("Apache-2.0", "org.postgresql", "com.h2database", "info.picocli")
                    .doesNotContain("${");
            assertThat(jar.stream().map(JarEntry::getName))
                    .anyMatch(name -> name.startsWith("META-INF/licences/postgresql-"))
                    .noneMatch(name -> name.startsWith("com/mysql/"));
        }
    }

    @Test
    void jarKnowsAllKindsOfServices() throws IOException {
        try (JarFile jar = open()) {
            JarEntry services = jar.getJarEntry("META-INF/services/dev.parityguard.probe.ProbeProvider");
            List<String> providers = new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(providers)
                    .hasSizeGreaterThan(8)
                    .allMatch(provider -> jar.getEntry(provider.replace('.', '/') + ".class") != null);
            JarEntry drivers = jar.getJarEntry("META-INF/services/java.sql.Driver");
            assertThat(new String(jar.getInputStream(drivers).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("org.postgresql.Driver", "org.mariadb.jdbc.Driver", "org.h2.Driver", "org.sqlite.JDBC");
        }
    }

    @Test
    void jarIsNoLargerThanItsDriversMakeIt() throws IOException {
        assertThat(Files.size(path())).isLessThan(30 * MEGABYTE);
    }

    @Test
    void variablesThatAreMissingAreToldAllAtOnceWithoutAnyValue() {
        Cli cli = Cli.in(folder).with("PORT", "canary-value", "HOME", folder.toString());
        cli.write("parity-profile.json", """
                {
                  "format": 1,
                  "name": "orders",
                  "variables": {
                    "DATABASE_URL": { "type": "uri" }, "PAYMENT_KEY": { "secret": true, "minLength": 32 }, "PORT": { "type": "port" }
                  }
                }
                """);

        Cli.Result result = cli.run("env");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out())
                .contains("3 errors", "environment.DATABASE_URL", "environment.PAYMENT_KEY", "environment.PORT")
                .doesNotContain("canary");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whatIsWrongIsOneSentenceAndStatusTwo() {
        Cli.Result result = Cli.in(folder).run("check");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("parity-guard: there is no profile").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void sqliteIsLookedAtThroughItsNativeLibrary() {
        Cli cli = Cli.in(folder);
        cli.write("orders.db", "");

        Cli.Result result = cli.run("capture", "-s", "db=jdbc:sqlite:" + folder.resolve("orders.db"));

        assertThat(result.out()).contains("written: db ");
        assertThat(cli.read("parity-profile.json")).contains("\"kind\": \"sqlite\"");
    }

    private static JarFile open() throws IOException {
        return new JarFile(path().toFile());
    }

    private static Path path() {
        return Path.of(Objects.requireNonNull(System.getProperty("parityguard.cli")));
    }
}
