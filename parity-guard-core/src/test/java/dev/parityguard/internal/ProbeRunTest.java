package dev.parityguard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProbeRunTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Observed SEEN = new Observed("echo", Facts.none(), List.of());

    @Test
    void probesRunAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);
        Probe waitsForTheOthers = context -> {
            all.await(20, TimeUnit.SECONDS);
            return SEEN;
        };

        Map<String, ProbeRun.Result> results =
                ProbeRun.run(Map.of("a", waitsForTheOthers, "b", waitsForTheOthers, "c", waitsForTheOthers), LONG);

        assertThat(results.values()).extracting(ProbeRun.Result::observation).containsOnly(SEEN);
    }

    @Test
    void noProbesAtAllEndAtOnce() {
        assertThat(ProbeRun.run(Map.of(), LONG)).isEmpty();
    }

    @Test
    void probeThatBlocksIsTimedOutWhileOthersAreSeen() {
        CountDownLatch never = new CountDownLatch(1);

        Map<String, ProbeRun.Result> results = ProbeRun.run(
                Map.of(
                        "stuck",
                                context -> {
                                    never.await();
                                    return SEEN;
                                },
                        "quick", context -> SEEN),
                SHORT);

        assertThat(results.get("stuck").observation())
                .isEqualTo(new Unreachable(Unknown.Cause.TIMED_OUT, "no answer within 300 ms"));
        assertThat(results.get("quick").observation()).isEqualTo(SEEN);
    }

    @Test
    void blockedProbeIsInterruptedAndItsThreadEnds() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();

        ProbeRun.run(
                Map.of("stuck", context -> {
                    thread.set(Thread.currentThread());
                    new CountDownLatch(1).await();
                    return SEEN;
                }),
                SHORT);

        thread.get().join(LONG.toMillis());
        assertThat(thread.get().isAlive()).isFalse();
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void cancelHookFreesACallThatCannotBeInterrupted() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();

        ProbeRun.run(
                Map.of("stuck", context -> {
                    thread.set(Thread.currentThread());
                    context.onCancel(freed::countDown);
                    boolean done = false;
                    while (!done) {
                        try {
                            freed.await();
                            done = true;
                        } catch (InterruptedException e) {
                            done = false;
                        }
                    }
                    return SEEN;
                }),
                SHORT);

        thread.get().join(LONG.toMillis());
        assertThat(thread.get().isAlive()).isFalse();
    }

    @Test
    void hookRegisteredAfterTheDeadlineRunsAtOnce() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch hookRan = new CountDownLatch(1);

        ProbeRun.run(
                Map.of("late", context -> {
                    context.onCancel(cancelled::countDown);
                    while (cancelled.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    context.onCancel(hookRan::countDown);
                    return SEEN;
                }),
                SHORT);

        assertThat(hookRan.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void failingHookDoesNotKeepTheOthersFromRunning() throws Exception {
        CountDownLatch second = new CountDownLatch(1);

        ProbeRun.run(
                Map.of("stuck", context -> {
                    context.onCancel(() -> {
                        throw new IllegalStateException("closed already");
                    });
                    context.onCancel(second::countDown);
                    new CountDownLatch(1).await();
                    return SEEN;
                }),
                SHORT);

        assertThat(second.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void probesGetLessTimeThanTheRunSoThatTheyCanSayMore() {
        AtomicReference<Duration> given = new AtomicReference<>();

        ProbeRun.run(
                Map.of("a", context -> {
                    given.set(context.deadline().remaining());
                    return SEEN;
                }),
                Duration.ofSeconds(10));

        assertThat(given.get()).isLessThanOrEqualTo(Duration.ofMillis(9_750)).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void exceptionOfAProbeIsNotProbed() {
        assertThat(observation(context -> {
                    throw new IllegalArgumentException("seven");
                }))
                .isEqualTo(new NotProbed("the probe failed: IllegalArgumentException: seven"));
    }

    @Test
    void missingClassIsNotProbed() {
        assertThat(observation(context -> {
                    throw new NoClassDefFoundError("org/example/Driver");
                }))
                .isEqualTo(new NotProbed("a class is missing or does not fit: org/example/Driver"));
    }

    @Test
    void evenAnErrorOfTheMachineStaysInside() {
        assertThat(observation(context -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(new NotProbed("the probe failed: StackOverflowError"));
    }

    @Test
    void interruptedCallerGetsAReportAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            Map<String, ProbeRun.Result> results = ProbeRun.run(
                    Map.of("stuck", context -> {
                        new CountDownLatch(1).await();
                        return SEEN;
                    }),
                    LONG);

            assertThat(results.get("stuck").observation()).isInstanceOf(Unreachable.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Observation observation(Probe probe) {
        return ProbeRun.run(Map.of("a", probe), LONG).get("a").observation();
    }
}
