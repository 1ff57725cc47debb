package dev.parityguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaringFilesTest {
    private static final String PROFILE = """
            {
              "format": 1,
              "name": "orders",
              "variables": { "DATABASE_URL": { "type": "uri" }, "PORT": { "type": "port" } },
              "services": {
                "orders-db": {
                  "kind": "postgresql",
                  "facts": { "product": "postgresql", "setting.TimeZone": "UTC", "version": "16.4" }
                },
                "queue": { "kind": "redis", "facts": { "maxmemory_policy": "noeviction", "product": "redis", "version": "7.2.4" } },
                "uploads": { "kind": "s3", "facts": { "setting.versioning": "Enabled" } }
              }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void profile() throws IOException {
        Files.writeString(folder.resolve("parity-profile.json"), PROFILE);
    }

    @Test
    void dockerfileIsReadByItsStages() throws IOException {
        Cli.Result result = check("Dockerfile", """
                # syntax=docker/dockerfile:1
                ARG PG=13
                ARG JDK
                FROM --platform=linux/amd64 eclipse-temurin AS build
                RUN true
                FROM build AS test
                FROM scratch
                FROM eclipse-temurin:17.0.15_6-jre
                FROM postgres:${PG}.15 AS database
                FROM eclipse-temurin:${JDK}
                """);

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out())
                .contains("build  declared.image", "eclipse-temurin without a tag", "orders-db  postgresql.version")
                .contains("1 error, 1 warning, 1 unknown");
    }

    @Test
    void manifestsOfKubernetesAreReadByTheirContainers() throws IOException {
        Cli.Result result = check("k8s.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: settings }
                data: { PORT: "eighty" }
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: orders }
                spec:
                  template:
                    spec:
                      containers:
                        - name: app
                          image: registry.example/orders:1.2.3
                          envFrom: [ { configMapRef: { name: settings } } ]
                          env: [ { name: DATABSE_URL, value: canary-value } ]
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: { name: queue }
                spec:
                  template:
                    spec:
                      containers:
                        - name: redis
                          image: redis:7.2.4
                          args: ["--maxmemory-policy", "allkeys-lru"]
                ---
                apiVersion: example.org/v1
                kind: Database
                metadata: { name: main }
                """);

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out())
                .contains(
                        "environment.DATABASE_URL",
                        "did you mean DATABASE_URL?",
                        "environment.PORT",
                        "queue  redis.maxmemory_policy",
                        "the kind Database is not known here")
                .doesNotContain("canary", "eighty");
    }

    @Test
    void variablesFromElsewhereAreUnknownNotMissing() throws IOException {
        Cli.Result result = check("k8s.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata: { name: nightly }
                spec: { jobTemplate: { spec: { template: { spec: { containers: [
                  { name: app, image: "orders:1", envFrom: [ { secretRef: { name: elsewhere } } ] } ] } } } } }
                """);

        assertThat(result.out())
                .contains("the Secret elsewhere is not in this file")
                .doesNotContain("environment.PORT");
        assertThat(result.status()).isZero();
    }

    @Test
    void planOfTerraformIsReadByItsServices() throws IOException {
        Cli.Result result = check("plan.json", """
                { "format_version": "1.2", "planned_values": { "root_module": {
                  "resources": [
                    { "type": "aws_db_parameter_group", "name": "p", "mode": "managed",
                      "values": { "name": "orders", "parameter": [ { "name": "timezone", "value": "Europe/Berlin" } ] } },
                    { "type": "aws_db_instance", "name": "orders-db", "mode": "managed",
                      "values": { "engine": "postgres", "engine_version": "14.9", "parameter_group_name": "orders",
                                  "password": "canary-secret" } },
                    { "type": "aws_s3_bucket_versioning", "name": "uploads", "mode": "managed",
                      "values": { "versioning_configuration": [ { "status": "Suspended" } ] } },
                    { "type": "aws_mq_broker", "name": "events", "mode": "managed", "values": {} }
                  ],
                  "child_modules": [ { "resources": [
                    { "type": "aws_elasticache_replication_group", "name": "q", "mode": "managed",
                      "values": { "engine": "valkey", "engine_version": "7.2", "parameter_group_name": "other" } } ] } ]
                } } }
                """);

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out())
                .contains(
                        "orders-db  postgresql.version",
                        "actual    14.9",
                        "orders-db  postgresql.setting.TimeZone",
                        "queue  redis.product",
                        "uploads  s3.setting.versioning",
                        "the resource aws_mq_broker is not known here",
                        "the parameter group other is not in this plan")
                .doesNotContain("canary");
    }

    @Test
    void fileOfNoKnownKindIsOneSentence() throws IOException {
        Cli.Result result = check("notes.txt", "just: text\n");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("notes.txt declares no services that are known here")
                .hasLineCount(1);
    }

    private Cli.Result check(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Cli.here("files", "-p", folder.resolve("parity-profile.json").toString(), file.toString());
    }
}
