package dev.parityguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeTest {
    private static final String PROFILE = """
            {
              "format": 1,
              "name": "orders",
              "captured": { "environment": "production", "at": "2026-11-20T09:12:00Z", "by": "parity-guard" },
              "variables": {
                "DATABASE_URL": { "type": "uri", "schemes": ["postgresql"] },
                "PORT": { "type": "port", "default": "8080" }
              },
              "services": {
                "orders-db": {
                  "kind": "postgresql",
                  "facts": {
                    "collation": "C.UTF-8", "ctype": "C.UTF-8", "encoding": "UTF8", "product": "postgresql",
                    "setting.TimeZone": "UTC", "setting.search_path": "\\"$user\\", public", "version": "16.4"
                  }
                },
                "queue": {
                  "kind": "redis", "use": "queue",
                  "facts": {
                    "aof_enabled": "yes", "databases": "16", "maxmemory_limited": "no",
                    "maxmemory_policy": "noeviction", "product": "redis", "version": "7.2.4"
                  }
                },
                "search": {
                  "kind": "mysql",
                  "facts": { "product": "mysql", "server_setting.sql_mode": "ANSI,STRICT_TRANS_TABLES", "version": "8.0.36" }
                },
                "uploads": { "kind": "s3", "facts": { "product": "aws-s3" } }
              },
              "rules": [
                { "fact": "queue/declared.image", "in": ["laptop"], "waive": "moves soon", "owner": "me", "until": "2999-01-01" }
              ]
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void profile() throws IOException {
        Files.writeString(folder.resolve("parity-profile.json"), PROFILE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:16.4 | 0 | agrees",
                "postgres:16.9-alpine | 0 | agrees",
                "docker.io/library/postgres:16 | 0 | agrees",
                "registry.example:5000/bitnami/postgresql:16.1.0-debian-12 | 0 | agrees",
                "postgres:13.15 | 3 | postgresql.version",
                "postgres:latest | 3 | actual    postgres:latest",
                "postgres | 3 | actual    postgres without a tag",
                "postgres:alpine | 3 | actual    postgres:alpine",
                "cockroachdb/cockroach:v23.1 | 3 | postgresql.product",
                "mysql:8.0.36 | 3 | postgresql.kind",
                "postgres:${TAG:-13} | 3 | postgresql.version",
                "postgres:${TAG} | 0 | UNKNOWN  orders-db  declared.image"
            })
    void imageIsComparedWithProductAndVersion(String image, int status, String told) throws IOException {
        Cli.Result result = check("services:\n  orders-db:\n    image: " + image + "\n");

        assertThat(result.out()).contains(told);
        assertThat(result.status()).isEqualTo(status);
    }

    @Test
    void commandThatContradictsTheProfileIsTold() throws IOException {
        Cli.Result result = check("""
                services:
                  database:
                    image: postgres:16.4
                    command: ["postgres", "-c", "timezone=Europe/Berlin"]
                    environment: { POSTGRES_INITDB_ARGS: "--encoding=SQL_ASCII --lc-collate C.UTF-8" }
                  jobs:
                    image: redis:7.2
                    command: redis-server --maxmemory-policy allkeys-lru --appendonly yes
                """);

        assertThat(result.out())
                .contains(
                        "orders-db  postgresql.setting.TimeZone",
                        "orders-db  postgresql.encoding",
                        "queue  redis.maxmemory_policy")
                .doesNotContain("redis.aof_enabled", "postgresql.collation");
        assertThat(result.status()).isEqualTo(3);
    }

    @Test
    void variablesOfTheApplicationAreComparedWithTheContract() throws IOException {
        Files.writeString(folder.resolve("app.env"), "PORT=eighty\n");

        Cli.Result result = check("""
                x-common: &common
                  environment: { DATABSE_URL: "canary-value" }
                services:
                  app:
                    <<: *common
                    build: .
                    env_file: app.env
                """);

        assertThat(result.out())
                .contains("environment.DATABASE_URL", "did you mean DATABASE_URL?", "environment.PORT")
                .doesNotContain("canary", "eighty");
        assertThat(check("services:\n  app:\n    build: .\n    environment: [DATABASE_URL]\n")
                        .status())
                .isZero();
    }

    @Test
    void whatIsNotUnderstoodIsTold() throws IOException {
        Cli.Result result = check("""
                include: [other.yaml]
                services:
                  app: { extends: { service: base }, env_file: gone.env }
                  queue: { image: "redis:7", command: "redis-server --maxmemory-policy ${POLICY}" }
                  second: { image: "postgres:16.4" }
                  cache: { image: "mongo:7" }
                """);

        assertThat(result.out())
                .contains(
                        "what it includes is not looked at",
                        "`extends` is not followed",
                        "env_file is not there",
                        "so nothing of it is compared",
                        "actual    redis:7")
                .contains("NOTE     cache declared.service");
    }

    @Test
    void waiverOfTheProfileHolds() throws IOException {
        String file = "services:\n  queue: { image: 'redis:latest' }\n";

        assertThat(check(file).status()).isEqualTo(3);
        assertThat(check(file, "-e", "laptop").out()).contains("WAIVED   queue declared.image: moves soon");
    }

    @Test
    void findingsHaveTheLineOfTheirFile() throws IOException {
        String sarif = check("services:\n  orders-db:\n    command: x\n    image: postgres\n", "-o", "sarif")
                .out();

        assertThat(sarif).contains("compose.yaml", "\"startLine\" : 4");
    }

    @Test
    void fileWrittenFromTheProfileMatchesIt() throws IOException {
        Path file = folder.resolve("written.yaml");
        Cli.Result written = Cli.here("compose", "write", "-p", profilePath(), file.toString());

        assertThat(written.status()).isZero();
        assertThat(written.err()).isEqualTo("uploads is left out: no image of aws-s3 is known\n");
        assertThat(Files.readString(file))
                .contains(
                        "image: postgres:16.4", "- TimeZone=UTC", "- \"yes\"", "${ORDERS_DB_PASSWORD:?set it in .env}")
                .doesNotContain("search_path");
        Cli.Result checked =
                Cli.here("compose", "check", "-p", profilePath(), file.toString(), "--fail-on", "warning,unknown");
        assertThat(checked.out()).contains("agrees with profile").contains("3 services, 14 facts agree");
        assertThat(checked.status()).isZero();
        assertThat(Cli.here("compose", "write", "-p", profilePath(), file.toString())
                        .status())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'services: [' | this is not YAML",
                "'services: {a: 1, a: 2}' | this is not YAML",
                "'nothing: here' | declares no services that are known here",
                "'a: &a [*a, *a]' | declares no services",
                "'' | declares no services"
            })
    void fileThatCannotBeReadIsOneSentence(String text, String sentence) throws IOException {
        Cli.Result result = check(text);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("parity-guard: ")
                .contains("compose.yaml", sentence)
                .hasLineCount(1);
    }

    private Cli.Result check(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), text);
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"compose", "check", "-p", profilePath(), file.toString()}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return Cli.here(all);
    }

    private String profilePath() {
        return folder.resolve("parity-profile.json").toString();
    }
}
