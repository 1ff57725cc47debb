package dev.parityguard.quarkus.deployment;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import dev.parityguard.ParityGuard;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoodStartTest {
    private static final PostgresServer DATABASE = PostgresServer.version("13").start();
    private static final RedisServer QUEUE = RedisServer.version("7.4.1").start();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Queue.class, Observer.class)
                    .addAsResource("good-profile.json", "parity-profile.json"))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideConfigKey("quarkus.management.test-port", "0")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", DATABASE.jdbcUrl("postgres"))
            .overrideRuntimeConfigKey("quarkus.redis.hosts", QUEUE.url())
            .overrideRuntimeConfigKey("parity-guard.environment", "production")
            .overrideRuntimeConfigKey("parity-guard.endpoint.enabled", "true")
            .overrideRuntimeConfigKey("parity-guard.recheck.interval", "50ms")
            .overrideRuntimeConfigKey("ORDERS_PORT", "8080")
            .setAfterAllCustomizer(() -> {
                DATABASE.close();
                QUEUE.close();
            });

    @Inject
    ParityGuard guard;

    @Inject
    Observer observer;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Test
    void servicesWhenNamesTellThenAreLookedAtThroughTheClientsOfTheApplication() {
        ParityReport report = guard.lastReport().get().orElseThrow();

        assertThat(report.agrees()).isTrue();
        assertThat(report.services())
                .filteredOn(ServiceSummary::isBackingService)
                .extracting(ServiceSummary::name, ServiceSummary::product)
                .containsExactly(tuple("jobs", "redis 7.4.1"), tuple("orders-db", "postgresql 13.23"));
        assertThat(report.agreeing()).isEqualTo(5);
    }

    @Test
    void readinessWhenEverythingAgreesThenTellsSo() {
        when().get(management + "health/ready")
                .then()
                .statusCode(200)
                .body("checks.findAll { it.name == 'Parity Guard' }.status", hasItem("UP"))
                .body("checks.find { it.name == 'Parity Guard' }.data.mode", oneOf("enforce", "report"))
                .body("checks.find { it.name == 'Parity Guard' }.data.profile", equalTo("orders"))
                .body("checks.find { it.name == 'Parity Guard' }.data.errors", equalTo(0));
    }

    @Test
    void metricsWhenMicrometerIsThereThenAreBound() {
        when().get(management + "metrics").then().statusCode(200).body(containsString("parity_guard_refused 0.0"));
    }

    @Test
    void endpointWhenOpenedThenGivesReportAndFreshProfile() {
        when().get(management + "parity")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("application", equalTo("orders"))
                .body("agrees", equalTo(true));
        when().get(management + "parity/profile")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("services.orders-db.facts.version", equalTo("13.23"))
                .body("services.jobs.facts.product", equalTo("redis"));
    }

    @Test
    void observersWhenTheGuardLooksAgainThenGetEachReport() throws InterruptedException {
        assertThat(observer.three.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(observer.reports).allMatch(ParityReport::agrees);
        assertThat(observer.reports)
                .extracting(ParityReport::startedAt)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** Without a use of it, the application has no Redis client. */
    @Singleton
    static class Queue {
        @Inject
        RedisDataSource redis;
    }

    @Singleton
    static class Observer {
        final List<ParityReport> reports = new CopyOnWriteArrayList<>();
        final CountDownLatch three = new CountDownLatch(3);

        void onReport(@Observes ParityReport report) {
            reports.add(report);
            three.countDown();
        }
    }
}
