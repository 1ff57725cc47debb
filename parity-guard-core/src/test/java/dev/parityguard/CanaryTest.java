package dev.parityguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parityguard.fact.Mode;
import dev.parityguard.metrics.ParityMetrics;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportJson;
import dev.parityguard.report.ReportText;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import dev.parityguard.target.Target;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Marked secrets are put everywhere a secret can come from; then everything that leaves is searched for them. */
class CanaryTest {
    private static final String CANARY = "c4nary";
    private static final String DATABASE_PASSWORD = CANARY + "-database/p@ss:word%41";
    private static final String REDIS_PASSWORD = CANARY + "-redis-9";

    private static PostgresServer database;
    private static RedisServer redis;
    private static S3Server uploads;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void startServers() {
        database = PostgresServer.version("16").requirePassword().start();
        database.createRole("orders", DATABASE_PASSWORD);
        database.createDatabase("orders");
        redis = RedisServer.version("7.4.1")
                .argument("--requirepass", REDIS_PASSWORD)
                .start();
        uploads = S3Server.s3proxy(S3Server.Backend.TRANSIENT).start();
        try (S3Client client = client(uploads.secretKey())) {
            client.createBucket(request -> request.bucket("uploads"));
        }
    }

    @AfterAll
    static void stopServers() {
        uploads.close();
        redis.close();
        database.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
        // The clients' own loggers are theirs; what the guard logs is searched at the finest level.
        ours().setLevel(Level.TRACE);
    }

    @AfterEach
    void closeAll() throws Exception {
        root().detachAppender(log);
        ours().setLevel(null);
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void rightCredentialsLeaveNoTrace() throws IOException {
        ParityGuard guard = guard(database.url("orders", DATABASE_PASSWORD, "orders"), redisUrl(REDIS_PASSWORD), s3(""))
                .build();

        assertThat(guard.run().services())
                .filteredOn(service -> !service.name().equals("pool"))
                .extracting(ServiceSummary::outcome)
                .containsOnly(ServiceSummary.Outcome.OBSERVED);
        assertNothingLeaves(guard);
    }

    @Test
    void wrongCredentialsLeaveNoTrace() throws IOException {
        ParityGuard guard = guard(
                        database.url("orders", CANARY + "-wrong", "orders"),
                        redisUrl(CANARY + "-wrong-1"),
                        s3(CANARY + "-wrong"))
                .build();

        assertThat(guard.run().services())
                .filteredOn(ServiceSummary::isBackingService)
                .extracting(ServiceSummary::outcome)
                .doesNotContain(ServiceSummary.Outcome.OBSERVED);
        assertNothingLeaves(guard);
    }

    @Test
    void urlsThatCannotBeReadLeaveNoTrace() throws IOException {
        assertNothingLeaves(guard(
                        "postgresql://orders:" + CANARY + "-1@[broken:host:port/db?x=%zz",
                        "redis://:" + CANARY + "-2@host:notaport/%zz",
                        s3(""))
                .build());
        assertNothingLeaves(guard(
                        "jdbc:postgresql://h:99999999/db?user=a&password=" + CANARY + "-3&sslpassword=" + CANARY + "-4",
                        "rediss://user:" + CANARY + "-5@ /",
                        s3(""))
                .build());
        assertNothingLeaves(guard("nosuch://u:" + CANARY + "-6@h", "amqp://u:" + CANARY + "-7@h", s3(""))
                .build());
    }

    @Test
    void unreachableServersLeaveNoTrace() throws IOException {
        int closed;
        try (FaultProxy proxy = FaultProxy.to(database)) {
            closed = proxy.port();
        }
        assertNothingLeaves(guard(
                        "postgresql://orders:" + CANARY + "-1@127.0.0.1:" + closed + "/db",
                        "redis://:" + CANARY + "-2@127.0.0.1:" + closed,
                        s3(""))
                .build());
    }

    @Test
    void variablesLeaveNoTrace() throws IOException {
        Map<String, String> variables = Map.of(
                "A_URL", "ftp://user:" + CANARY + "-1@host",
                "A_PORT", CANARY + "-2",
                "A_SECRET", CANARY,
                "A_FLAG", CANARY + "-3",
                "A_JSON", "{ \"" + CANARY + "-4",
                "A_BASE64", CANARY + "-5!",
                "A_CHOICE", CANARY + "-6",
                "A_PATTERN", CANARY + "-7",
                "A_BLANK", " " + CANARY + "-8 ");
        Files.writeString(folder.resolve("parity-profile.json"), """
                { "format": 1, "name": "orders", "variables": {
                  "A_URL": { "type": "uri", "schemes": ["https"], "secret": true },
                  "A_PORT": { "type": "port", "why": "the port" },
                  "A_SECRET": { "type": "string", "secret": true, "minLength": 40 },
                  "A_FLAG": { "type": "boolean" },
                  "A_JSON": { "type": "json" },
                  "A_BASE64": { "type": "base64" },
                  "A_CHOICE": { "type": "enum", "values": ["a", "b"] },
                  "A_PATTERN": { "type": "pattern", "pattern": "[0-9]+" },
                  "A_BLANK": { "type": "string" } } }
                """);
        ParityGuard guard = ParityGuard.builder()
                .mode(Mode.ENFORCE)
                .profile(folder.resolve("parity-profile.json").toString())
                .variables(VariableSource.of(variables))
                .build();

        assertThat(guard.run().blocking()).hasSizeGreaterThanOrEqualTo(8);
        assertNothingLeaves(guard);
    }

    private ParityGuard.Builder guard(String databaseUrl, String redisUrl, S3Client s3) throws IOException {
        Path profile = folder.resolve("parity-profile.json");
        Files.writeString(profile, """
                { "format": 1, "name": "orders", "modes": { "default": { "mode": "enforce", "unknown": "error" } },
                  "services": {
                    "orders-db": { "kind": "postgresql", "url": "${DATABASE_URL}", "facts": { "version": "9.6" } },
                    "queue": { "kind": "redis", "url": "${REDIS_URL}", "facts": { "version": "3.2" } } } }
                """);
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setServerNames(new String[] {"127.0.0.1"});
        pool.setPortNumbers(new int[] {database.port()});
        pool.setUser("orders");
        pool.setPassword(CANARY + "-of-the-pool");
        return ParityGuard.builder()
                .deadline(Duration.ofSeconds(20))
                .profile(profile.toString())
                .service("pool", Target.of(pool))
                .service("uploads", Target.of(s3).with("bucket", "uploads").with("secret-key", CANARY + "-property"))
                .variables(VariableSource.of(Map.of("DATABASE_URL", databaseUrl, "REDIS_URL", redisUrl)));
    }

    private S3Client s3(String secret) {
        S3Client client = client(secret.isEmpty() ? uploads.secretKey() : secret);
        opened.add(client);
        return client;
    }

    private static S3Client client(String secret) {
        return S3Client.builder()
                .endpointOverride(uploads.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(uploads.accessKey(), secret)))
                .overrideConfiguration(c -> c.putHeader("x-canary", CANARY + "-header"))
                .build();
    }

    private static String redisUrl(String password) {
        return "redis://:" + password + "@127.0.0.1:" + redis.port();
    }

    private void assertNothingLeaves(ParityGuard guard) throws IOException {
        StringWriter left = new StringWriter();
        PrintWriter out = new PrintWriter(left);
        ParityReport report = guard.run();
        out.println(report);
        out.println(ReportText.of(report));
        out.println(ReportText.brief(report));
        out.println(ReportJson.of(report));
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ParityMetrics(guard.lastReport()).bindTo(registry);
        out.println(registry.scrape());
        Throwable refusal = catchThrowable(guard::enforce);
        assertThat(refusal).isNotNull();
        refusal.printStackTrace(out);
        Path profile = folder.resolve("captured.json");
        guard.capture(profile);
        out.println(Files.readString(profile));
        out.println(log.list.stream()
                .filter(event -> event.getLoggerName().startsWith("dev.parityguard"))
                .map(event -> event.getFormattedMessage()
                        + event.getKeyValuePairs()
                        + event.getMDCPropertyMap()
                        + event.getThrowableProxy())
                .collect(Collectors.joining("\n")));

        assertThat(log.list).isNotEmpty();
        assertThat(left.toString().lines().filter(line -> line.contains(CANARY)))
                .isEmpty();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("dev.parityguard");
    }
}
