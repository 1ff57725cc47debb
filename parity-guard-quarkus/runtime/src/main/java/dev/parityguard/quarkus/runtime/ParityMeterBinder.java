package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.metrics.ParityMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Binds the guard's meters to every registry of the application. */
@Singleton
final class ParityMeterBinder implements MeterBinder {
    private final ParityGuard guard;

    ParityMeterBinder(ParityGuard guard) {
        this.guard = guard;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new ParityMetrics(guard.lastReport()).bindTo(registry);
    }
}
