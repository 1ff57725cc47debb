package dev.parityguard.spring.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootVersion;

/** The same on every line of Spring Boot: an application that is a process of its own, on real servers. */
class BootLineTest {
    private static final String PASSWORD = "password-that-nobody-may-see";
    private static final String PAYMENT_KEY = "payment-key-that-nobody-may-see";
    private static final Path GOLDEN = Path.of("../src/test/resources/golden");

    @TempDir
    static Path folder;

    private static PostgresServer database;
    private static RedisServer jobs;
    private static Path profile;
    private static Shop shop;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresServer.version("16").requirePassword().start();
        database.createRole("shop", PASSWORD);
        for (String name : List.of("production", "elsewhere")) {
            database.createDatabase(name);
            database.execute(name, "grant create on schema public to shop");
        }
        database.execute("elsewhere", "alter database elsewhere set timezone = 'Europe/Amsterdam'");
        jobs = RedisServer.version("7.4.1").start();
        profile = Files.writeString(folder.resolve("parity-profile.json"), """
                {
                  "format": 1,
                  "name": "shop",
                  "modes": { "default": "warn", "production": "enforce" },
                  "variables": { "PAYMENT_KEY": { "type": "string", "secret": true, "minLength": 12 } },
                  "services": {
                    "shop-db": { "kind": "postgresql", "owner": "team-shop" },
                    "jobs": { "kind": "redis", "use": "queue" }
                  },
                  "rules": []
                }
                """);
        shop = start("production", Map.of("PAYMENT_KEY", PAYMENT_KEY), "--parity-guard.capture=" + profile);
    }

    @AfterAll
    static void stop() {
        shop.close();
        jobs.close();
        database.close();
    }

    @Test
    void bootIsOfTheLineThatIsMeant() {
        assertThat(SpringBootVersion.getVersion()).startsWith(System.getProperty("parityguard.boot-line") + ".");
    }

    @Test
    void startOnWhatWasCapturedAgreesAndTellsSo() throws Exception {
        HttpResponse<String> report = shop.get("/actuator/parity");
        assertThat(report.body()).contains("\"agrees\": true", "\"name\": \"shop-db\"");
        assertThat(report.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/json"));
        assertThat(shop.get("/actuator/parity/profile").body()).isEqualTo(Files.readString(profile));
        assertThat(shop.get("/actuator/parity/else").statusCode()).isEqualTo(404);
        assertThat(shop.get("/actuator/health").body())
                .contains("\"parity\":{", "\"mode\":\"enforce\"", "\"errors\":0", "\"shop-db\":\"observed\"")
                .doesNotContain("DOWN");
        assertThat(shop.get("/actuator/prometheus").body())
                .contains("parity_guard_findings{service=\"shop-db\",severity=\"error\"} 0.0");
        assertThat(shop.output())
                .contains("Parity Guard: shop agrees with profile \"shop\"")
                .doesNotContain(PASSWORD, PAYMENT_KEY);
    }

    @Test
    void startWhereTheDatabaseDiffersIsRefusedBeforeItIsMigrated() throws Exception {
        try (Shop refused = start("elsewhere", Map.of("PAYMENT_KEY", PAYMENT_KEY))) {
            assertThat(refused.exitStatus()).isEqualTo(1);
            assertThat(refused.failure()).isEqualTo(golden("service.txt", refused.failure()));
            assertThat(refused.output()).doesNotContain("\tat ", PASSWORD, PAYMENT_KEY);
        }
        try (Connection connection = database.connect("elsewhere");
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select to_regclass('public.flyway_schema_history')")) {
            tables.next();
            assertThat(tables.getString(1)).isNull();
        }
    }

    @Test
    void startWithoutAVariableIsRefused() throws Exception {
        try (Shop refused = start("production", Map.of("PAYMENT_KEYS", PAYMENT_KEY))) {
            assertThat(refused.exitStatus()).isEqualTo(1);
            assertThat(refused.failure()).isEqualTo(golden("variable.txt", refused.failure()));
            assertThat(refused.output()).doesNotContain("\tat ", "Tomcat", PASSWORD, PAYMENT_KEY);
        }
    }

    private static Shop start(String databaseName, Map<String, String> variables, String... arguments) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + databaseName);
        all.put("SPRING_DATASOURCE_USERNAME", "shop");
        all.put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
        all.put("SPRING_DATA_REDIS_URL", jobs.url());
        all.put("PARITY_GUARD_ENVIRONMENT", "production");
        all.put("PARITY_GUARD_PROFILE", profile.toString());
        return Shop.start(all, arguments);
    }

    /** The text that is the same on every line of Spring Boot. */
    private static String golden(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name);
        if ("rewrite".equals(System.getProperty("parityguard.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
