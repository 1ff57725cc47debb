package dev.parityguard.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.junit.ParityImage;
import dev.parityguard.junit.ParityImages;
import dev.parityguard.junit.ParityProfile;
import dev.parityguard.junit.ParityService;
import dev.parityguard.target.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The orders are handled on servers that are like those of production, which the guard checks first. */
@ParityProfile(environment = "production", frozenSchema = true)
class EnvironmentTest {
    @TempDir
    static Path folder;

    @AutoClose
    private static Environment environment;

    @AutoClose
    private static Clients clients;

    /** In a real project the profile is committed, and no test touches production; here both are what the demo starts. */
    @BeforeAll
    static void start() throws Exception {
        environment = Environment.production();
        clients = Clients.open(environment.variables());
        new Orders(clients).handle("1 pear");
        Path profile = folder.resolve("parity-profile.json");
        ParityGuard.builder()
                .name("orders")
                .environment("production")
                .service("orders-db", Target.of(clients.database()))
                .service("queue", Target.of(clients.queue()).use("queue"))
                .service("uploads", Target.of(clients.uploads()).with("bucket", clients.bucket()))
                .build()
                .capture(profile);
        System.setProperty("parity-guard.profile", profile.toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty("parity-guard.profile");
    }

    @ParityService("orders-db")
    static Object database() {
        return clients.database();
    }

    @ParityService(value = "queue", properties = "use=queue")
    static Object queue() {
        return clients.queue();
    }

    @ParityService(value = "uploads", properties = "bucket=orders-uploads")
    static S3Client uploads() {
        return clients.uploads();
    }

    @Test
    void orderIsHandled() throws Exception {
        new Orders(clients).handle("3 apples");

        assertThat(clients.uploads()
                        .listObjectsV2(request -> request.bucket(clients.bucket()))
                        .contents())
                .hasSizeGreaterThan(1);
    }

    @Test
    void containersWouldHaveTheVersionsOfProduction() {
        ParityImage database = ParityImages.image("orders-db");

        assertThat(database.name()).startsWith("postgres:16.");
        assertThat(database.environment().get("POSTGRES_INITDB_ARGS")).contains("--icu-locale=en-US");
        assertThat(ParityImages.of("queue")).isEqualTo("redis:7.4.1");
    }
}
