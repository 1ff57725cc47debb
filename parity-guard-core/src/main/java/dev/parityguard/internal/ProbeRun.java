package dev.parityguard.internal;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.Probe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs probes in parallel under one deadline. */
final class ProbeRun {
    /** The part of the time that probes do not get, so that they can end by themselves and say more than "timed out". */
    private static final int RESERVE_DIVISOR = 10;

    private static final Duration GREATEST_RESERVE = Duration.ofMillis(250);
    private static final Duration TIME_TO_END = Duration.ofMillis(500);

    private final Duration time;
    private final Map<String, Started> started = new LinkedHashMap<>();
    private Deadline deadline;

    /** A run that gives so much time to what it looks at, from the moment that it is told. */
    ProbeRun(Duration time) {
        this.time = time;
        this.deadline = Deadline.in(time);
    }

    /** What one probe saw, and how long it took. */
    record Result(Observation observation, Duration took) {}

    private record Started(ProbeTask task, Thread thread) {}

    /** Runs all probes and waits for them no longer than the time given. */
    static Map<String, Result> run(Map<String, Probe> probes, Duration time) {
        ProbeRun run = new ProbeRun(time);
        probes.forEach(run::start);
        return run.results();
    }

    /** Starts a probe; from now on runs the time after which {@link #results()} waits no longer. */
    void start(String service, Probe probe) {
        Duration reserve = time.dividedBy(RESERVE_DIVISOR);
        ProbeTask task = new ProbeTask(
                probe, Deadline.in(time.minus(reserve.compareTo(GREATEST_RESERVE) < 0 ? reserve : GREATEST_RESERVE)));
        started.put(service, new Started(task, start(task, service)));
        deadline = Deadline.in(time);
    }

    /** Waits for all probes, and cancels those that are not done in time. */
    Map<String, Result> results() {
        boolean interrupted = await(deadline);
        interrupted |= cancel();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Map<String, Result> results = new LinkedHashMap<>();
        for (Map.Entry<String, Started> one : started.entrySet()) {
            ProbeTask task = one.getValue().task();
            results.put(one.getKey(), new Result(task.result(), task.took()));
        }
        return results;
    }

    /** Cancels what is not done, and gives it some time to end; tells whether this thread was interrupted meanwhile. */
    boolean cancel() {
        if (started.values().stream().allMatch(one -> one.task().isDone())) {
            return false;
        }
        started.forEach((service, one) -> cancel(service, one, time));
        return await(Deadline.in(TIME_TO_END));
    }

    private static Thread start(Runnable task, String service) {
        Thread thread = new Thread(task, "parity-guard-" + service);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Hooks may block (a driver that cancels a statement opens a connection), so they run on a thread of their own. */
    private static void cancel(String service, Started started, Duration time) {
        if (started.task().expire(time)) {
            start(started.task()::free, service + "-cancel");
            started.thread().interrupt();
        }
    }

    /** Waits, and tells whether the waiting thread was interrupted: then it waits no longer. */
    private boolean await(Deadline end) {
        for (Started one : started.values()) {
            if (one.task().await(end)) {
                return true;
            }
        }
        return false;
    }
}
