package dev.parityguard.spring;

import static dev.parityguard.spring.Contexts.findings;
import static dev.parityguard.spring.Contexts.profile;
import static dev.parityguard.spring.Contexts.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks through the beans of real applications at real servers. */
class ServicesThroughBeansTest {
    private static PostgresServer postgres;
    private static RedisServer redis;
    private static S3Server store;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.version("16").start();
        postgres.createDatabase("audit");
        redis = RedisServer.version("7").start();
        store = S3Server.s3proxy(S3Server.Backend.TRANSIENT).start();
        try (S3Client client = client(store)) {
            client.createBucket(request -> request.bucket("orders-uploads"));
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
        redis.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lettuce", "jedis"})
    void whatWasCapturedAgreesAtTheNextStart(String redisClient) {
        Path captured = folder.resolve("parity-profile.json");
        ApplicationContextRunner application = Contexts.jdbc(postgres.jdbcUrl("postgres"))
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues(
                        "spring.data.redis.url=" + redis.url(), "spring.data.redis.client-type=" + redisClient)
                .withBean("s3Client", S3Client.class, () -> client(store))
                .withPropertyValues("parity-guard.services.uploads.bucket=orders-uploads");

        application
                .withPropertyValues("parity-guard.capture=" + captured)
                .run(context -> assertThat(captured).exists());

        application
                .withPropertyValues(profile(captured), "parity-guard.mode=enforce")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(report(context).services())
                            .extracting(ServiceSummary::name)
                            .contains("dataSource", "redisConnectionFactory", "uploads");
                    assertThat(report(context).agreeing()).isGreaterThan(60);
                    assertThat(findings(context)).isEmpty();
                });
    }

    @Test
    void differenceIsFoundThroughThePool() throws IOException {
        Contexts.jdbc(postgres.jdbcUrl("postgres"))
                .withPropertyValues(profile(expecting("orders-db", "postgresql", "version", "13.23")))
                .run(context -> assertThat(findings(context)).containsExactly("orders-db postgresql.version"));
    }

    @Test
    void poolThatNobodyElseUsesKeepsNoMoreThanTheOneConnectionBorrowed() throws IOException {
        Contexts.jdbc(postgres.jdbcUrl("postgres"))
                .withPropertyValues(profile(expecting("orders-db", "postgresql", "product", "postgresql")))
                .run(context -> {
                    HikariDataSource pool = context.getBean(HikariDataSource.class);
                    assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                            .isZero();
                    assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(1);
                });
    }

    @Test
    void eachDataSourceIsLookedAtUnderTheNameThatTheProfileGivesIt() throws IOException {
        Path expected = write("""
                "orders-db": { "kind": "postgresql", "facts": { "version": "16.0" } },
                "audit-db": { "kind": "postgresql", "facts": { "version": "13.23" } }""");
        Contexts.plain()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues(profile(expected))
                .run(context -> assertThat(findings(context)).containsExactly("audit-db postgresql.version"));
    }

    @Test
    void primaryDataSourceIsTakenForTheOnlyService() throws IOException {
        Contexts.plain()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues(profile(expecting("main", "postgresql", "version", "13.23")))
                .run(context -> assertThat(findings(context)).containsExactly("main postgresql.version"));
    }

    @Test
    void doubtIsAnUnknownUnlessTheModeIsEnforce() throws IOException {
        Path expected = write("""
                "first": { "kind": "postgresql", "facts": { "version": "16.0" } },
                "second": { "kind": "postgresql", "facts": { "version": "16.0" } }""");
        ApplicationContextRunner application =
                Contexts.plain().withUserConfiguration(TwoDataSources.class).withPropertyValues(profile(expected));

        application.run(context -> assertThat(report(context).findings())
                .extracting(Finding::actual)
                .hasSize(2)
                .allMatch(actual -> actual.contains("auditDataSource, ordersDataSource;")));

        application
                .withPropertyValues("parity-guard.mode=enforce")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ParitySetupException.class)
                        .hasMessageContaining("first: no client has its name")
                        .hasMessageContaining("parity-guard.services.second.bean"));
    }

    @Test
    void unknownBeanIsToldInEnforceMode() throws IOException {
        Contexts.plain()
                .withUserConfiguration(TwoDataSources.class)
                .withPropertyValues(
                        profile(expecting("orders-db", "postgresql", "version", "16.0")),
                        "parity-guard.mode=enforce",
                        "parity-guard.services.orders-db.bean=ordersPool")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("names 'ordersPool', but there is none of that name")
                        .hasMessageContaining("data source auditDataSource, ordersDataSource"));
    }

    @Test
    void defaultOfARoutingDataSourceIsLookedAt() throws IOException {
        Contexts.plain()
                .withUserConfiguration(Routing.class)
                .withPropertyValues(profile(expecting("routed", "postgresql", "version", "13.23")))
                .run(context -> assertThat(findings(context)).containsExactly("routed postgresql.version"));
    }

    @Test
    void lazyProxyIsLookedThrough() throws IOException {
        Contexts.plain()
                .withUserConfiguration(LazyProxy.class)
                .withPropertyValues(profile(expecting("orders", "postgresql", "version", "13.23")))
                .run(context -> assertThat(findings(context)).containsExactly("orders postgresql.version"));
    }

    @Test
    void structureIsComparedOnceTheDatabaseIsMigrated() throws IOException {
        postgres.createDatabase("migrated");
        postgres.execute("migrated", "CREATE TABLE orders (id int)");
        postgres.createDatabase("empty");
        Path captured = folder.resolve("parity-profile.json");
        Contexts.jdbc(postgres.jdbcUrl("migrated"))
                .withPropertyValues("parity-guard.capture=" + captured, "parity-guard.schema=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(captured).content().contains("schema.column.public.orders.id");
        ApplicationContextRunner application = Contexts.jdbc(postgres.jdbcUrl("empty"))
                .withPropertyValues(profile(captured), "parity-guard.mode=enforce");

        application.run(context -> assertThat(context).hasFailed());
        application.withUserConfiguration(Migration.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(findings(context)).isEmpty();
        });
    }

    @Test
    void urlOfTheConfigurationNeedsNoBean() throws IOException {
        Contexts.plain()
                .withPropertyValues(
                        profile(expecting("orders-db", "postgresql", "version", "13.23")),
                        "parity-guard.services.orders-db.url=" + postgres.url("postgres", "x", "postgres"))
                .run(context -> assertThat(findings(context)).containsExactly("orders-db postgresql.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning", "error"})
    void dataSourceThatCannotConnectRefusesOnlyWhereUnknownsAreErrors(String unknown) throws IOException {
        Path expected = folder.resolve("profile.json");
        Files.writeString(expected, """
                { "format": 1, "name": "orders",
                  "modes": { "default": { "mode": "enforce", "unknown": "%s" } },
                  "services": { "orders-db": { "kind": "postgresql", "facts": { "version": "16.0" } } } }
                """.formatted(unknown));
        Contexts.jdbc("jdbc:postgresql://127.0.0.1:1/orders?user=canary-user&password=canary-password")
                .withPropertyValues(profile(expected), "parity-guard.deadline=2s")
                .run(context -> {
                    if (unknown.equals("error")) {
                        assertThat(context)
                                .hasFailed()
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("the connection was refused")
                                .hasMessageNotContaining("canary");
                    } else {
                        assertThat(context).hasNotFailed();
                        assertThat(report(context).unknowns()).isEqualTo(1);
                    }
                });
    }

    @Test
    void clientThatWaitsForTheCheckIsToldAndSeenAfterMigration() throws IOException {
        ApplicationContextRunner application = Contexts.jdbc(postgres.jdbcUrl("postgres"))
                .withUserConfiguration(ClientThatReadsTheDatabase.class)
                .withPropertyValues(
                        profile(expecting("uploads", "s3", "setting.versioning", "Enabled")),
                        "parity-guard.services.uploads.bucket=orders-uploads");

        application.run(context -> assertThat(report(context).findings())
                .filteredOn(finding -> finding.service().equals("uploads"))
                .singleElement()
                .extracting(Finding::actual)
                .asString()
                .contains("parity-guard.when=after-migration"));
        application
                .withPropertyValues("parity-guard.when=after-migration")
                .run(context -> assertThat(findings(context)).containsExactly("uploads s3.setting.versioning"));
    }

    private Path expecting(String service, String kind, String fact, String value) throws IOException {
        return write(
                "\"%s\": { \"kind\": \"%s\", \"facts\": { \"%s\": \"%s\" } }".formatted(service, kind, fact, value));
    }

    private Path write(String services) throws IOException {
        return Files.writeString(
                folder.resolve("profile.json"),
                "{ \"format\": 1, \"name\": \"orders\", \"services\": { " + services + " } }");
    }

    private static HikariDataSource pool(String database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl(database));
        pool.setMinimumIdle(0);
        return pool;
    }

    private static S3Client client(S3Server server) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                .build();
    }

    static class TwoDataSources {
        @Bean
        @Primary
        DataSource ordersDataSource() {
            return pool("postgres");
        }

        @Bean
        DataSource auditDataSource() {
            return pool("audit");
        }
    }

    static class Routing {
        @Bean
        DataSource routed() {
            AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
                @Override
                protected Object determineCurrentLookupKey() {
                    throw new IllegalStateException("no tenant");
                }
            };
            routing.setDefaultTargetDataSource(pool("postgres"));
            routing.setTargetDataSources(Map.of("audit", pool("audit")));
            return routing;
        }
    }

    static class LazyProxy {
        @Bean
        DataSource orders() {
            return new LazyConnectionDataSourceProxy(pool("postgres"));
        }
    }

    static class Migration {
        @Bean
        @DependsOnDatabaseInitialization
        Object migration(JdbcTemplate jdbc) {
            jdbc.execute("CREATE TABLE orders (id int)");
            return new Object();
        }
    }

    static class ClientThatReadsTheDatabase {
        @Bean
        S3Client uploads(JdbcTemplate jdbc) {
            assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isEqualTo(1);
            return client(store);
        }
    }
}
