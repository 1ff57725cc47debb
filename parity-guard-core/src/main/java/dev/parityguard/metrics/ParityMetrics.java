package dev.parityguard.metrics;

import dev.parityguard.action.LastReport;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows the newest report as {@linkplain ParityMeter meters}. They follow each new run, in whichever order run and
 * binding come. Safe for use by several threads.
 */
public final class ParityMetrics implements MeterBinder {
    private final LastReport last;

    /** Meters of that report and of those that follow it. */
    public ParityMetrics(LastReport last) {
        this.last = last;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, ParityMeter.PARITY_RATIO, ParityMetrics::ratio);
        gauge(registry, ParityMeter.RUN_DURATION, report -> seconds(report.took()));
        gauge(
                registry,
                ParityMeter.PROFILE_AGE,
                report -> profileAge(report, registry.config().clock().wallTime()));
        gauge(
                registry,
                ParityMeter.BUILD_AGE,
                report -> age(BuildTime.of(report), registry.config().clock().wallTime()));
        gauge(
                registry,
                ParityMeter.WAIVER_REMAINING,
                report -> waiverRemaining(report, registry.config().clock().wallTime()));
        gauge(registry, ParityMeter.REFUSED, report -> report.refuses() ? 1 : 0);
        Map<ParityMeter, MultiGauge> rows = new EnumMap<>(ParityMeter.class);
        for (ParityMeter meter : ParityMeter.values()) {
            if (!meter.tags().isEmpty()) {
                rows.put(
                        meter,
                        MultiGauge.builder(meter.meterName())
                                .description(meter.description())
                                .baseUnit(meter.baseUnit())
                                .register(registry));
            }
        }
        last.onChange(() -> refresh(rows));
        refresh(rows);
    }

    private void gauge(MeterRegistry registry, ParityMeter meter, ToDoubleFunction<ParityReport> value) {
        Gauge.builder(
                        meter.meterName(),
                        last,
                        l -> l.get().map(value::applyAsDouble).orElse(Double.NaN))
                .description(meter.description())
                .baseUnit(meter.baseUnit())
                .strongReference(true)
                .register(registry);
    }

    private synchronized void refresh(Map<ParityMeter, MultiGauge> rows) {
        last.get()
                .map(ReportRows::new)
                .ifPresent(report -> rows.forEach((meter, gauge) -> gauge.register(report.of(meter), true)));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double ratio(ParityReport report) {
        double mismatches = report.mismatches(Severity.ERROR) + report.mismatches(Severity.WARNING);
        return report.agreeing() / (report.agreeing() + mismatches);
    }

    private static double profileAge(ParityReport report, long nowMillis) {
        ProfileOrigin profile = report.profile();
        return age(profile == null ? null : profile.capturedAt(), nowMillis);
    }

    private static double age(@Nullable Instant since, long nowMillis) {
        return since == null ? Double.NaN : seconds(Duration.between(since, Instant.ofEpochMilli(nowMillis)));
    }

    /** A waiver holds until the end of its last day. */
    private static double waiverRemaining(ParityReport report, long nowMillis) {
        double least = Double.NaN;
        for (Finding finding : report.findings()) {
            String until = finding.waiver() == null ? null : finding.waiver().until();
            if (until != null) {
                Instant end = LocalDate.parse(until)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                double remaining = seconds(Duration.between(Instant.ofEpochMilli(nowMillis), end));
                least = Double.isNaN(least) ? remaining : Math.min(least, remaining);
            }
        }
        return least;
    }
}
