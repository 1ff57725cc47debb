package dev.parityguard.internal;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.Probe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs probes in parallel under one deadline. */
final class ProbeRun {
    /** The part of the time that probes do not get, so that they can end by themselves and say more than "timed out". */
    private static final int RESERVE_DIVISOR = 10;

    private static final Duration GREATEST_RESERVE = Duration.ofMillis(250);
    private static final Duration TIME_TO_END = Duration.ofMillis(500);

    private final Duration time;
    private final Deadline deadline;
    private final CountDownLatch done;
    private final Map<String, Started> started = new LinkedHashMap<>();

    private ProbeRun(Duration time, int probes) {
        this.time = time;
        this.deadline = Deadline.in(time);
        this.done = new CountDownLatch(probes);
    }

    /** What one probe saw, and how long it took. */
    record Result(Observation observation, Duration took) {}

    private record Started(ProbeTask task, Thread thread) {}

    /** Runs all probes and waits for them no longer than the time given. */
    static Map<String, Result> run(Map<String, Probe> probes, Duration time) {
        return start(probes, time).results();
    }

    /** Starts all probes; from now on runs the time after which {@link #results()} waits no longer. */
    static ProbeRun start(Map<String, Probe> probes, Duration time) {
        ProbeRun run = new ProbeRun(time, probes.size());
        Duration reserve = time.dividedBy(RESERVE_DIVISOR);
        Deadline forProbes =
                Deadline.in(time.minus(reserve.compareTo(GREATEST_RESERVE) < 0 ? reserve : GREATEST_RESERVE));
        for (Map.Entry<String, Probe> probe : probes.entrySet()) {
            ProbeTask task = new ProbeTask(probe.getValue(), forProbes, run.done);
            run.started.put(probe.getKey(), new Started(task, start(task, probe.getKey())));
        }
        return run;
    }

    /** Waits for all probes, and cancels those that are not done in time. */
    Map<String, Result> results() {
        boolean interrupted = await(done, deadline.remaining());
        if (done.getCount() > 0) {
            started.forEach((service, one) -> cancel(service, one, time));
            interrupted |= await(done, TIME_TO_END);
        }
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
    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            boolean inTime = latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
            return !inTime && Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            return true;
        }
    }
}
