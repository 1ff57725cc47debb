package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No engine runs containers here: what Dev Services would be told is compared with the profile. */
class DevServicesSourceTest {
    private static final String POSTGRESQL = """
            "kind": "postgresql", "facts": {
              "product": "postgresql", "version": "16.4", "encoding": "UTF8", "locale_provider": "icu",
              "collation": "de-DE", "setting.TimeZone": "Europe/Amsterdam", "setting.DateStyle": "ISO, MDY",
              "setting.default_transaction_isolation": "repeatable read", "setting.search_path": "\\"$user\\", public" }""";
    private static final String MARIADB = """
            "kind": "mariadb", "facts": {
              "product": "mariadb", "version": "11.4.5", "setting.sql_mode": "STRICT_TRANS_TABLES,ANSI_QUOTES",
              "server_setting.sql_mode": "STRICT_TRANS_TABLES", "setting.lower_case_table_names": "1",
              "setting.collation_server": "utf8mb4_bin", "setting.time_zone": "+00:00" }""";

    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();

    @Test
    void databaseWhenTheProfileHasOneThenIsTheSameProductVersionLocaleAndSettings() throws IOException {
        expecting("\"orders-db\": {" + POSTGRESQL + "}");

        assertThat(devServices())
                .containsOnly(
                        Map.entry("quarkus.datasource.devservices.image-name", "docker.io/library/postgres:16.4"),
                        Map.entry(
                                "quarkus.datasource.devservices.command",
                                "postgres -c fsync=off -c DateStyle=ISO,MDY -c TimeZone=Europe/Amsterdam"),
                        Map.entry(
                                "quarkus.datasource.devservices.container-env.POSTGRES_INITDB_ARGS",
                                "--encoding=UTF8 --locale-provider=icu --icu-locale=de-DE"));
    }

    @Test
    void databasesWhenThereAreSeveralThenEachIsTheOneOfItsName() throws IOException {
        expecting("\"orders-db\": {" + POSTGRESQL + "}, \"audit\": {" + MARIADB + "}");
        properties.put("quarkus.datasource.orders.db-kind", "pg");
        properties.put("%prod.quarkus.datasource.\"audit\".jdbc.url", "jdbc:mariadb://db/audit");

        assertThat(devServices())
                .containsEntry("quarkus.datasource.orders.devservices.image-name", "docker.io/library/postgres:16.4")
                .containsEntry(
                        "quarkus.datasource.\"audit\".devservices.image-name", "docker.io/library/mariadb:11.4.5")
                .containsEntry(
                        "quarkus.datasource.\"audit\".devservices.command",
                        "--collation-server=utf8mb4_bin --lower-case-table-names=1 --sql-mode=STRICT_TRANS_TABLES"
                                + " --default-time-zone=+00:00")
                .doesNotContainKey("quarkus.datasource.devservices.image-name");
    }

    @Test
    void databaseWhenTheApplicationUsesAnotherEngineHereThenIsLeftAlone() throws IOException {
        expecting("\"orders-db\": {" + POSTGRESQL + "}");
        properties.put("quarkus.datasource.db-kind", "h2");

        assertThat(devServices()).isEmpty();
    }

    @Test
    void databaseWhenTheApplicationNamesAnImageThenIsLeftAlone() throws IOException {
        expecting("\"orders-db\": {" + POSTGRESQL + "}");
        properties.put("quarkus.datasource.devservices.image-name", "registry.example/postgres:12");

        assertThat(devServices())
                .containsOnly(Map.entry("quarkus.datasource.devservices.image-name", "registry.example/postgres:12"));
    }

    @Test
    void databaseWhenProductionHasSeveralVersionsThenIsLeftToQuarkus() throws IOException {
        expecting("""
                "orders-db": { "kind": "postgresql", "facts": {
                  "product": "postgresql", "version": ["16.4", "17.1"] } }""");

        assertThat(devServices()).isEmpty();
    }

    @Test
    void localeWhenTheImageDoesNotHaveItThenIsLeftToTheImage() throws IOException {
        expecting("""
                "orders-db": { "kind": "postgresql", "facts": { "product": "postgresql", "version": "16.4",
                  "locale_provider": "libc", "collation": "nl_NL.UTF-8" } }""");

        assertThat(devServices())
                .containsOnlyKeys(
                        "quarkus.datasource.devservices.image-name", "quarkus.datasource.devservices.command");
    }

    @Test
    void cacheWhenProductionHasValkeyThenIsValkey() throws IOException {
        expecting("""
                "cache": { "kind": "redis", "facts": { "product": "valkey", "version": "8.0.1" } }""");

        assertThat(devServices())
                .containsOnly(Map.entry("quarkus.redis.devservices.image-name", "docker.io/valkey/valkey:8.0.1"));
    }

    @Test
    void clientWhenTheConfigurationNamesItThenIsThatOne() throws IOException {
        expecting("""
                "jobs": { "kind": "redis", "facts": { "product": "redis", "version": "7.4.1" } }""");
        properties.put("%prod.quarkus.redis.queue.hosts", "redis://queue");
        properties.put("parity-guard.services.jobs.bean", "queue");

        assertThat(devServices())
                .containsOnly(Map.entry("quarkus.redis.queue.devservices.image-name", "docker.io/library/redis:7.4.1"));
    }

    @Test
    void profileWhenItCannotBeReadThenLeavesEverythingToTheGuard() {
        properties.put("parity-guard.profile", folder.resolve("none.json").toString());

        assertThat(devServices()).isEmpty();
    }

    @Test
    void productionWhenItIsBuiltThenIsToldNothing() throws IOException {
        expecting("\"orders-db\": {" + POSTGRESQL + "}");

        assertThat(devServices("prod")).isEmpty();
    }

    private void expecting(String services) throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                { "format": 1, "name": "orders", "services": { %s } }
                """.formatted(services));
        properties.put("parity-guard.profile", profile.toString());
    }

    private Map<String, String> devServices() {
        return devServices("dev");
    }

    private Map<String, String> devServices(String mode) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(mode)
                .withSources(new PropertiesConfigSource(properties, "application.properties", 250))
                .withSources(new DevServicesSource())
                .build();
        Map<String, String> values = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.contains("devservices")) {
                values.put(name, config.getConfigValue(name).getRawValue());
            }
        }
        return values;
    }
}
