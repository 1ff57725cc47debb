package dev.parityguard.probe;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs one probe as the guard does: on a thread of its own, freed by its hooks and an interrupt at the deadline. */
public final class ProbeTrial implements ProbeContext {
    private static final Duration TIME_TO_END = Duration.ofSeconds(30);

    private final Deadline deadline;
    private final List<AutoCloseable> hooks = new ArrayList<>();
    private @Nullable Observation soFar;
    private boolean cancelled;

    private ProbeTrial(Duration time) {
        this.deadline = Deadline.in(time);
    }

    /**
     * What a probe did.
     *
     * @param observation what it returned, or that the deadline passed
     * @param took until its thread was free
     */
    public record Result(Observation observation, Duration took) {}

    /** Looks, and gives the probe that much time. */
    public static Result run(Probe probe, Duration time) throws Exception {
        return new ProbeTrial(time).run(probe);
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

    @Override
    public synchronized void soFar(Observation seen) {
        soFar = seen;
    }

    private Result run(Probe probe) throws Exception {
        CompletableFuture<Observation> returned = new CompletableFuture<>();
        long started = System.nanoTime();
        Thread thread = new Thread(
                () -> {
                    try {
                        returned.complete(probe.observe(this));
                    } catch (Throwable e) {
                        returned.completeExceptionally(e);
                    }
                },
                "probe-trial");
        thread.setDaemon(true);
        thread.start();
        Observation observation;
        try {
            observation = returned.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            cancel(thread);
            observation = inTime();
        } catch (ExecutionException e) {
            throw new AssertionError("a probe must return what stood in its way", e.getCause());
        }
        thread.join(TIME_TO_END.toMillis());
        return new Result(observation, Duration.ofNanos(System.nanoTime() - started));
    }

    private synchronized Observation inTime() {
        return soFar != null ? soFar : new Unreachable(Unknown.Cause.TIMED_OUT, "no answer in time");
    }

    private void cancel(Thread thread) {
        List<AutoCloseable> toClose;
        synchronized (this) {
            cancelled = true;
            toClose = List.copyOf(hooks);
        }
        Thread canceller = new Thread(() -> toClose.forEach(ProbeTrial::close), "probe-trial-cancel");
        canceller.setDaemon(true);
        canceller.start();
        thread.interrupt();
    }

    private static void close(AutoCloseable hook) {
        try {
            hook.close();
        } catch (Exception ignored) {
            // As the guard does: a hook only frees a blocked call.
        }
    }
}
