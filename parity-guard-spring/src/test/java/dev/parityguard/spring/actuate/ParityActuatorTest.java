package dev.parityguard.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.metrics.ParityMetrics;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.SilentPort;
import dev.parityguard.spring.ParityCheck;
import dev.parityguard.spring.ParityCheckedEvent;
import dev.parityguard.spring.ParityGuardAutoConfiguration;
import dev.parityguard.spring.boot3.HealthView;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;

class ParityActuatorTest {
    private static final String SECRET = "password-that-nobody-may-see";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ParityGuardAutoConfiguration.class,
                    ParityActuatorAutoConfiguration.class,
                    EndpointAutoConfiguration.class,
                    WebEndpointAutoConfiguration.class))
            .withPropertyValues("spring.application.name=shop", "parity-guard.profile=" + "none.json");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.endpoint.parity.access=NONE",
                "management.endpoint.parity.access=READ_ONLY",
                "management.endpoints.web.exposure.include=parity"
            })
    void endpointIsClosedUnlessBothAccessAndExposureAreGiven(String property) {
        application
                .withPropertyValues(property)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ParityEndpoint.class));
    }

    @Test
    void endpointTellsReportAndProfile() throws Exception {
        try (RedisServer redis =
                RedisServer.version("7").argument("--requirepass", SECRET).start()) {
            Path profile = Files.writeString(folder.resolve("profile.json"), """
                    { "format": 1, "name": "shop",
                      "services": { "jobs": { "kind": "redis", "owner": "team-shop" } } }
                    """);
            application
                    .withPropertyValues(
                            "management.endpoint.parity.access=READ_ONLY",
                            "management.endpoints.web.exposure.include=parity",
                            "parity-guard.profile=" + profile,
                            "parity-guard.services.jobs.url=redis://:" + SECRET + "@127.0.0.1:" + redis.port())
                    .run(context -> {
                        ParityEndpoint endpoint = context.getBean(ParityEndpoint.class);
                        assertThat(endpoint.report())
                                .contains("\"name\": \"jobs\"", "\"outcome\": \"observed\"")
                                .doesNotContain(SECRET);
                        assertThat(endpoint.part("profile"))
                                .extracting(WebEndpointResponse::getBody)
                                .asString()
                                .contains("\"team-shop\"", "\"maxmemory_policy\"")
                                .doesNotContain(SECRET);
                        assertThat(endpoint.part("else")).isNull();
                        assertThat(Files.readString(profile)).doesNotContain("maxmemory_policy");
                    });
        }
    }

    @Test
    void secondCaptureAtTheSameTimeIsTurnedAwayAndTheReportIsStillTold() throws Exception {
        try (SilentPort silent = SilentPort.open()) {
            application
                    .withPropertyValues(
                            "management.endpoint.parity.access=READ_ONLY",
                            "management.endpoints.web.exposure.include=parity",
                            "parity-guard.deadline=3s",
                            "parity-guard.services.jobs.url=redis://127.0.0.1:" + silent.port())
                    .run(context -> {
                        ParityEndpoint endpoint = context.getBean(ParityEndpoint.class);
                        // From Java 25 on the common pool of a small machine would run one after the other.
                        Executor ownThreads = task -> new Thread(task).start();
                        CompletableFuture<Integer> one =
                                CompletableFuture.supplyAsync(() -> capture(endpoint), ownThreads);
                        CompletableFuture<Integer> other =
                                CompletableFuture.supplyAsync(() -> capture(endpoint), ownThreads);
                        assertThat(endpoint.report()).contains("\"outcome\": \"unreachable\"");
                        assertThat(List.of(one.get(1, TimeUnit.MINUTES), other.get(1, TimeUnit.MINUTES)))
                                .containsExactlyInAnyOrder(
                                        WebEndpointResponse.STATUS_OK, WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
                    });
        }
    }

    @Test
    void endpointOfAGuardThatIsOffAsksNobody() {
        application
                .withPropertyValues(
                        "management.endpoint.parity.access=READ_ONLY",
                        "management.endpoints.web.exposure.include=parity",
                        "parity-guard.mode=off")
                .run(context -> {
                    ParityEndpoint endpoint = context.getBean(ParityEndpoint.class);
                    assertThat(endpoint.report()).contains("\"mode\": \"off\"");
                    assertThat(endpoint.part("profile"))
                            .extracting(WebEndpointResponse::getStatus)
                            .isEqualTo(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
                });
    }

    @Test
    void healthWithAnErrorSaysSoWithoutTakingTheInstanceOutOfService() {
        application
                .withPropertyValues("parity-guard.profile-required=true", "parity-guard.mode=warn")
                .run(context -> {
                    Health health = context.getBean(HealthIndicator.class).health();
                    assertThat(health).isNotNull();
                    assertThat(health.getStatus().getCode()).isEqualTo("MISMATCH");
                    assertThat(StatusAggregator.getDefault().getAggregateStatus(health.getStatus(), Status.UP))
                            .isEqualTo(Status.UP);
                });
    }

    @Test
    void healthIndicatorCanBeSwitchedOff() {
        application
                .withPropertyValues("management.health.parity.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void whatTheApplicationDoesNotHaveIsLeftOut() {
        application
                .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(HealthIndicator.class)
                        .hasSingleBean(HealthView.class));
        application
                .withClassLoader(new FilteredClassLoader(MeterBinder.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ParityMetrics.class));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ParityGuardAutoConfiguration.class, ParityActuatorAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(Endpoint.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ParityCheck.class));
    }

    @Test
    void noneLooksAgainUnlessTheApplicationWantsIt() {
        application.run(context ->
                assertThat(context.getBean(ParityRecheck.class).isRunning()).isFalse());
    }

    @Test
    void lookingAgainUpdatesTheReportAndEndsWithTheContext() {
        CopyOnWriteArrayList<ParityCheckedEvent> events = new CopyOnWriteArrayList<>();
        application
                .withPropertyValues("parity-guard.recheck.interval=20ms")
                .withBean(Listener.class, () -> new Listener(events))
                .run(context -> {
                    ParityRecheck recheck = context.getBean(ParityRecheck.class);
                    eventually(() -> events.size() > 3);
                    assertThat(recheck.isRunning()).isTrue();
                    assertThat(context.getBean(ParityCheck.class).lastReport().get())
                            .hasValueSatisfying(report -> assertThat(report.startedAt())
                                    .isAfterOrEqualTo(events.get(1).report().startedAt()));
                    context.getSourceApplicationContext().close();
                    assertThat(recheck.isRunning()).isFalse();
                    eventually(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("parity-guard-recheck")));
                });
    }

    @Test
    void listenerThatFailsDoesNotEndTheLooking() {
        CopyOnWriteArrayList<ParityCheckedEvent> events = new CopyOnWriteArrayList<>();
        application
                .withPropertyValues("parity-guard.recheck.interval=20ms")
                .withBean(Listener.class, () -> new Listener(events) {
                    @Override
                    public void onApplicationEvent(ParityCheckedEvent event) {
                        super.onApplicationEvent(event);
                        if (events.size() == 2) {
                            throw new IllegalStateException("a listener that fails");
                        }
                    }
                })
                .run(context -> eventually(() -> events.size() > 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recheck.interval=0s", "recheck.interval=soon", "recheck.jitter=2"})
    void settingThatMakesNoSenseIsRefused(String setting) {
        application
                .withPropertyValues("parity-guard." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    private static class Listener implements ApplicationListener<ParityCheckedEvent> {
        private final CopyOnWriteArrayList<ParityCheckedEvent> events;

        Listener(CopyOnWriteArrayList<ParityCheckedEvent> events) {
            this.events = events;
        }

        @Override
        public void onApplicationEvent(ParityCheckedEvent event) {
            events.add(event);
        }
    }

    private static int capture(ParityEndpoint endpoint) {
        try {
            return Objects.requireNonNull(endpoint.part("profile")).getStatus();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
