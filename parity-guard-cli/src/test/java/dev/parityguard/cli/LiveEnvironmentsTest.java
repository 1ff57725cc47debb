package dev.parityguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The packaged jar on real servers. */
@Tag("packaged")
class LiveEnvironmentsTest {
    private static final String PASSWORD = "password-that-nobody-may-see";

    private static PostgresServer postgres13;
    private static PostgresServer postgres14;
    private static RedisServer redis;
    private static S3Server store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        postgres13 = PostgresServer.version("13").requirePassword().start();
        postgres14 = PostgresServer.version("14").requirePassword().start();
        redis = RedisServer.version("7.4.1").start();
        store = S3Server.s3proxy(S3Server.Backend.TRANSIENT).start();
        createBucket();
        for (PostgresServer server : new PostgresServer[] {postgres13, postgres14}) {
            server.createRole("orders", PASSWORD);
            server.createDatabase("orders");
            server.createDatabase("drifted");
        }
    }

    @AfterAll
    static void stop() {
        store.close();
        redis.close();
        postgres14.close();
        postgres13.close();
    }

    @Test
    void threeServicesWhenCapturedThenAgreeAndStandInTheProfileWithoutSecrets() {
        Cli production = Cli.in(folder)
                .with(
                        "DATABASE_URL",
                        database(postgres13, "orders"),
                        "REDIS_URL",
                        redis.url(),
                        "STORE_URL",
                        storeUrl());

        Cli.Result captured = production.run(
                "capture",
                "--deadline=60",
                "-e",
                "production",
                "--name",
                "orders",
                "-s",
                "orders-db=${DATABASE_URL}",
                "-s",
                "queue=${REDIS_URL}",
                "-s",
                "uploads=${STORE_URL}");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.status()).isZero();
        assertThat(captured.out())
                .startsWith("parity-profile.json written: orders-db ")
                .contains("queue ", "uploads ");
        String profile = production.read("parity-profile.json");
        assertThat(profile)
                .contains("\"url\": \"${DATABASE_URL}\"", "\"product\": \"s3proxy\"")
                .doesNotContain(PASSWORD);

        Cli.Result checked = production.run("check", "--deadline=60", "-e", "production", "--verbose");
        assertThat(checked.out())
                .startsWith("Parity Guard: orders agrees with profile \"orders\" (captured from production,");
        assertThat(checked.out()).doesNotContain("Mode");
        assertThat(checked.err()).containsPattern("orders-db: observed in \\d+ ms, postgresql 13");
        assertThat(checked.status()).isZero();

        assertThat(production
                        .run("capture", "--deadline=60", "-e", "production")
                        .out())
                .startsWith("parity-profile.json is as it was");
        assertThat(production.read("parity-profile.json")).isEqualTo(profile);
    }

    @Test
    void stagingOnAnotherMajorVersionThanProductionIsRefusedAndNamed() {
        Cli production = captured(postgres13);
        production.write("staging.env", "DATABASE_URL='" + database(postgres14, "orders") + "'\n");

        Cli.Result staging = production.run("check", "--deadline=60", "-e", "staging", "--env-file", "staging.env");

        assertThat(staging.status()).isEqualTo(3);
        assertThat(staging.out())
                .contains("ERROR    orders-db  postgresql.version")
                .containsPattern("expected  13\\.\\d+ +\\(production\\)")
                .containsPattern("actual    14\\.\\d+ +\\(staging, postgresql 14");
        assertThat(staging.all()).doesNotContain(PASSWORD, "\tat ");
    }

    @Test
    void schemaThatDriftedIsShownObjectByObject() {
        postgres13.execute(
                "orders",
                "create table shop_order (id bigint primary key, customer text not null, note text)",
                "create index on shop_order (customer)");
        postgres13.execute("drifted", "create table shop_order (id bigint primary key, customer varchar(40) not null)");
        Cli cli = Cli.in(folder);
        cli.write("staging.env", "DATABASE_URL=" + postgres13.jdbcUrl("drifted") + "\n");
        cli.write("production.env", "DATABASE_URL=" + postgres13.jdbcUrl("orders") + "\n");

        Cli.Result diff = cli.run(
                "diff",
                "--deadline=60",
                "--schema",
                "-s",
                "orders-db=${DATABASE_URL}",
                "staging.env",
                "production.env");

        assertThat(diff.err()).isEmpty();
        assertThat(diff.status()).isEqualTo(3);
        assertThat(diff.out())
                .contains(
                        "postgresql.schema.column.public.shop_order.customer",
                        "postgresql.schema.column.public.shop_order.note",
                        "postgresql.schema.index.public.shop_order(customer)",
                        "(production)",
                        "(staging, postgresql 13")
                .doesNotContain("fingerprint", "postgresql.schema.column.public.shop_order.id");
        assertThat(cli.run(
                                "diff",
                                "--deadline=60",
                                "--schema",
                                "-s",
                                "orders-db=${DATABASE_URL}",
                                "production.env",
                                "production.env")
                        .status())
                .isZero();
    }

    @Test
    void serviceThatDoesNotAnswerIsUnknownAndCountsWhenAsked() throws Exception {
        Cli production = captured(postgres13);
        production.write(
                "gone.env", "DATABASE_URL=postgresql://orders:" + PASSWORD + "@127.0.0.1:" + freePort() + "/orders\n");

        Cli.Result told = production.run("check", "--deadline=60", "-e", "staging", "--env-file", "gone.env");
        Cli.Result counted = production.run(
                "check", "--deadline=60", "-e", "staging", "--env-file", "gone.env", "--fail-on", "unknown");
        Cli.Result captured = production.run("capture", "--deadline=60", "-e", "production", "--env-file", "gone.env");
        Cli.Result compared =
                production.run("diff", "--deadline=60", "gone.env", "parity-profile.json", "--fail-on", "unknown");

        assertThat(told.out()).contains("could not be compared in full", "UNKNOWN  orders-db  postgresql.reachable");
        assertThat(told.status()).isZero();
        assertThat(counted.status()).isEqualTo(5);
        assertThat(captured.status()).isEqualTo(5);
        assertThat(captured.err()).startsWith("orders-db could not be looked at: ");
        assertThat(captured.out()).startsWith("parity-profile.json is as it was");
        assertThat(compared.status()).isEqualTo(5);
        assertThat(told.all() + captured.all() + compared.all()).doesNotContain(PASSWORD);
    }

    @Test
    void secondProductionWhenMergedThenBothAgree() {
        Cli production = captured(postgres13);
        production.write("west.env", "DATABASE_URL=" + database(postgres14, "orders") + "\n");

        assertThat(production
                        .run("capture", "--deadline=60", "-e", "west", "--merge", "--env-file", "west.env")
                        .status())
                .isZero();

        assertThat(production
                        .run("check", "--deadline=60", "-e", "west", "--env-file", "west.env")
                        .status())
                .isZero();
        ProfileDocument merged = ProfileReader.read(folder.resolve("parity-profile.json"));
        assertThat(merged.profile().services().get("orders-db").facts().get("version"))
                .hasSize(2);
    }

    @Test
    void mysqlAndMariadbAreLookedAtByUrl() {
        try (MysqlServer mariadb = MysqlServer.mariadb("10.11").start()) {
            Cli cli = Cli.in(folder).with("DATABASE_URL", "mysql://root@127.0.0.1:" + mariadb.port() + "/");
            assertThat(cli.run("capture", "--deadline=60", "-s", "db=${DATABASE_URL}")
                            .out())
                    .contains("written: db ");
            assertThat(cli.run("check", "--deadline=60").out()).contains("agrees");
            assertThat(cli.read("parity-profile.json")).contains("\"product\": \"mariadb\"");
        }
    }

    @Test
    void standInIsOneHeadline() {
        Cli production = captured(postgres13);
        production.write("laptop.db", "");
        production.write("laptop.env", "DATABASE_URL=jdbc:sqlite:" + folder.resolve("laptop.db") + "\n");

        Cli.Result laptop = production.run("check", "--deadline=60", "-e", "laptop", "--env-file", "laptop.env");

        assertThat(laptop.out()).contains("ERROR    orders-db  postgresql.kind", "another engine answers");
        assertThat(laptop.status()).isEqualTo(3);
    }

    private Cli captured(PostgresServer server) {
        Cli cli = Cli.in(folder).with("DATABASE_URL", database(server, "orders"));
        assertThat(cli.run(
                                "capture",
                                "--deadline=60",
                                "-e",
                                "production",
                                "--name",
                                "orders",
                                "-s",
                                "orders-db=${DATABASE_URL}")
                        .status())
                .isZero();
        return cli;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String database(PostgresServer server, String name) {
        return server.url("orders", PASSWORD, name);
    }

    private static void createBucket() {
        try (S3Client client = S3Client.builder()
                .endpointOverride(store.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
                .build()) {
            client.createBucket(request -> request.bucket("uploads"));
        }
    }

    private static String storeUrl() {
        return "s3://" + store.accessKey() + ":" + store.secretKey() + "@uploads?endpoint=" + store.endpoint()
                + "&region=us-east-1&path-style=true";
    }
}
