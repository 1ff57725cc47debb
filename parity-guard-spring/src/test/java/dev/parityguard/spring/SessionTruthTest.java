package dev.parityguard.spring;

import static dev.parityguard.spring.Contexts.profile;
import static dev.parityguard.spring.Contexts.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.report.Finding;
import dev.parityguard.servers.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the sessions of the application's own pool see, whatever the server is set to. */
class SessionTruthTest {
    private static PostgresServer postgres;

    @TempDir
    static Path folder;

    private static Path captured;

    @BeforeAll
    static void capture() {
        postgres = PostgresServer.version("16").start();
        postgres.execute("postgres", "CREATE SCHEMA orders");
        captured = folder.resolve("parity-profile.json");
        application()
                .withPropertyValues("parity-guard.capture=" + captured)
                .run(context -> assertThat(captured).exists());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.datasource.hikari.transaction-isolation=TRANSACTION_SERIALIZABLE | setting.default_transaction_isolation",
                "spring.datasource.hikari.connection-init-sql=SET timezone TO 'Europe/Amsterdam' | setting.TimeZone",
                "spring.datasource.hikari.connection-init-sql=SET lock_timeout TO 45000 | setting.lock_timeout",
                "spring.datasource.hikari.schema=orders | setting.search_path",
                "spring.datasource.hikari.data-source-properties.currentSchema=orders | setting.search_path",
                "spring.datasource.hikari.read-only=true | writable",
                "spring.datasource.hikari.data-source-properties.options=-c statement_timeout=45000 | setting.statement_timeout",
            })
    void settingOfThePoolIsSeen(String property, String fact) {
        application()
                .withPropertyValues(profile(captured), property)
                .run(context -> assertThat(report(context).findings())
                        .extracting(Finding::fact)
                        .contains(fact));
    }

    @Test
    void connectionIsGivenBackAsItWas() {
        application().withPropertyValues(profile(captured)).run(context -> {
            assertThat(report(context).agrees()).isTrue();
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
        });
    }

    private static ApplicationContextRunner application() {
        return Contexts.jdbc(postgres.jdbcUrl("postgres"))
                .withPropertyValues("parity-guard.services.orders-db.bean=dataSource");
    }
}
