package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.report.ParityReport;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fires each report as an event of the application: the first one when everything is there that may observe it, then one
 * for each further look. Looks follow one another, so that two never run at once.
 */
@Singleton
final class ParityEvents {
    private final ParityGuard guard;
    private final ParityGuardConfig config;
    private final Event<ParityReport> event;
    private final ScheduledExecutorService executor;
    private @Nullable Future<?> next;
    private boolean ended;

    ParityEvents(
            ParityGuard guard, ParityGuardConfig config, Event<ParityReport> event, ScheduledExecutorService executor) {
        this.guard = guard;
        this.config = config;
        this.event = event;
        this.executor = executor;
    }

    void begin(@Observes StartupEvent started) {
        guard.lastReport().get().filter(report -> report.mode() != Mode.OFF).ifPresent(report -> {
            event.fire(report);
            config.recheck().interval().ifPresent(this::lookAgainAfter);
        });
    }

    /** Waits for a look that is going on, which takes no longer than its deadline: clients are about to be closed. */
    synchronized void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping) {
        ended = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private synchronized void lookAgainAfter(Duration interval) {
        double share =
                1 - config.recheck().jitter() * ThreadLocalRandom.current().nextDouble();
        long wait = Math.max(1, (long) (interval.toMillis() * share));
        next = executor.schedule(() -> look(interval), wait, TimeUnit.MILLISECONDS);
    }

    private synchronized void look(Duration interval) {
        if (ended) {
            return;
        }
        try {
            event.fire(guard.recheck());
        } finally {
            lookAgainAfter(interval);
        }
    }
}
