package dev.parityguard.internal;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One probe at work on its own thread, until it returns or is cancelled. */
final class ProbeTask implements Runnable, ProbeContext {
    private final Probe probe;
    private final Deadline deadline;
    private final CountDownLatch done = new CountDownLatch(1);
    private final long started = System.nanoTime();
    private final List<AutoCloseable> hooks = new ArrayList<>();
    private @Nullable Observation soFar;
    private @Nullable Observation result;
    private long ended;
    private boolean cancelled;

    ProbeTask(Probe probe, Deadline deadline) {
        this.probe = probe;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        Observation observation;
        try {
            observation = probe.observe(this);
        } catch (LinkageError e) {
            observation = new NotProbed("a class is missing or does not fit: " + e.getMessage());
        } catch (Throwable e) {
            observation = new NotProbed("the probe failed: " + describe(e));
        }
        finish(observation);
        done.countDown();
    }

    @Override
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public void onCancel(AutoCloseable hook) {
        synchronized (this) {
            if (!cancelled) {
                hooks.add(hook);
                return;
            }
        }
        close(hook);
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Waits until it has returned, and tells whether the waiting thread was interrupted: then it waits no longer. */
    boolean await(Deadline end) {
        try {
            boolean inTime = done.await(end.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return !inTime && Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public synchronized void soFar(Observation seen) {
        soFar = seen;
    }

    /** Nobody waits any more: what the probe still returns is no longer looked at. False when it has returned. */
    synchronized boolean expire(Duration waited) {
        if (result != null) {
            return false;
        }
        cancelled = true;
        String reason = "no answer within " + waited.toMillis() + " ms";
        finish(soFar != null ? soFar : new Unreachable(Unknown.Cause.TIMED_OUT, reason));
        return true;
    }

    /** Frees whatever the probe is blocked in. */
    void free() {
        List<AutoCloseable> toClose;
        synchronized (this) {
            toClose = List.copyOf(hooks);
            hooks.clear();
        }
        toClose.forEach(ProbeTask::close);
    }

    /** What was seen; only after it returned or was cancelled. */
    synchronized Observation result() {
        if (result == null) {
            throw new IllegalStateException("the probe is still at work");
        }
        return result;
    }

    synchronized Duration took() {
        return Duration.ofNanos(ended - started);
    }

    private synchronized void finish(Observation observation) {
        if (result == null) {
            result = observation;
            ended = System.nanoTime();
        }
    }

    private static void close(AutoCloseable hook) {
        try {
            hook.close();
        } catch (Exception | LinkageError ignored) {
            // The hook only frees a blocked call, and that call's own end is all that counts.
        }
    }

    private static String describe(Throwable e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
