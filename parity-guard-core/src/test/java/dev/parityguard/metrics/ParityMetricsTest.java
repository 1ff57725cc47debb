package dev.parityguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.action.LastReport;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Mode;
import dev.parityguard.report.FindingDraft;
import dev.parityguard.report.Golden;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.SampleReports;
import dev.parityguard.report.ServiceSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParityMetricsTest {
    private final LastReport last = new LastReport();
    private final MockClock clock = new MockClock();
    private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

    @Test
    void scrapeWhenRunHasEndedThenIsTheGoldenOne() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ParityMetrics(last).bindTo(prometheus);
        last.accept(SampleReports.warned());

        Golden.assertSame(
                "warned.prom",
                prometheus
                        .scrape()
                        .replaceAll(
                                "(?m)^(parity_guard_(?:profile_age|waiver_remaining)_seconds) .*$", "$1 <seconds>"));
    }

    @Test
    void scrapeWhenPartsAreHostileThenStaysWellFormed() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ParityMetrics(last).bindTo(prometheus);
        last.accept(SampleReports.hostile("a\"} 1\nforged{b=\"\\c\u001b[0m"));

        assertThat(prometheus.scrape().lines())
                .allMatch(line -> line.startsWith("# ") || line.matches("parity_guard_\\w+(\\{.*})? [-+.\\w]+"))
                .noneMatch(line -> line.startsWith("forged"));
    }

    @Test
    void metersWhenNothingRanYetThenHaveNoValue() {
        new ParityMetrics(last).bindTo(registry);

        assertThat(value(ParityMeter.PARITY_RATIO)).isNaN();
        assertThat(value(ParityMeter.REFUSED)).isNaN();
        assertThat(value(ParityMeter.RUN_DURATION)).isNaN();
        assertThat(value(ParityMeter.PROFILE_AGE)).isNaN();
        assertThat(value(ParityMeter.WAIVER_REMAINING)).isNaN();
        assertThat(registry.find(ParityMeter.FINDINGS.meterName()).gauges()).isEmpty();
    }

    @Test
    void metersWhenBoundBeforeOrAfterTheRunThenAreTheSame() {
        new ParityMetrics(last).bindTo(registry);
        last.accept(SampleReports.refused());
        MeterRegistry later = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
        new ParityMetrics(last).bindTo(later);

        assertThat(rows(registry)).isEqualTo(rows(later)).isNotEmpty();
    }

    @Test
    void metersWhenReportIsReplacedThenOldRowsVanish() {
        new ParityMetrics(last).bindTo(registry);
        last.accept(SampleReports.refused());
        List<String> before = fingerprints();
        last.accept(SampleReports.report(Mode.WARN, "staging", SampleReports.services("17.2"), 60));

        assertThat(fingerprints()).hasSize(3).isNotEqualTo(before);
        assertThat(value(ParityMeter.MODE, "mode", "warn")).isEqualTo(1);
        assertThat(registry.find(ParityMeter.MODE.meterName()).gauges()).hasSize(1);
        assertThat(value(ParityMeter.FINDINGS, "service", "cache", "severity", "error"))
                .isZero();
    }

    @Test
    void metersWhenRefusedThenTellWhatTheReportTells() {
        new ParityMetrics(last).bindTo(registry);
        last.accept(SampleReports.refused());
        clock.add(Duration.between(Instant.ofEpochMilli(clock.wallTime()), Instant.parse("2026-11-21T09:12:00Z")));

        assertThat(value(ParityMeter.FINDINGS, "service", "orders-db", "severity", "error"))
                .isEqualTo(1);
        assertThat(value(ParityMeter.FINDINGS, "service", "uploads", "severity", "info"))
                .isEqualTo(1);
        assertThat(value(ParityMeter.UNKNOWNS, "service", "orders-db")).isEqualTo(1);
        assertThat(value(ParityMeter.WAIVED, "service", "orders-db")).isEqualTo(1);
        assertThat(value(ParityMeter.FACTS_AGREEING, "service", "orders-db")).isEqualTo(38);
        assertThat(value(ParityMeter.FACTS_AGREEING, "service", "environment")).isEqualTo(61 - 12 - 38 - 8);
        assertThat(value(ParityMeter.PARITY_RATIO)).isEqualTo(61 / 64.0);
        assertThat(value(ParityMeter.SCHEMA_FIDELITY, "service", "orders-db")).isEqualTo(18 / 20.0);
        assertThat(value(ParityMeter.INDEX_AVAILABILITY, "service", "orders-db"))
                .isEqualTo(4 / 5.0);
        assertThat(value(ParityMeter.DATA_SHAPE_ALIGNMENT, "service", "orders-db"))
                .isEqualTo(3 / 5.0);
        assertThat(registry.get(ParityMeter.SCHEMA_FIDELITY.meterName()).gauges())
                .as("no row for a service of which no structure is expected")
                .hasSize(1);
        assertThat(value(ParityMeter.RUN_DURATION)).isEqualTo(0.042);
        assertThat(value(ParityMeter.PROBE_DURATION, "service", "cache", "outcome", "observed"))
                .isEqualTo(0.022);
        assertThat(value(ParityMeter.PROFILE_AGE)).isEqualTo(86_400);
        assertThat(value(ParityMeter.WAIVER_REMAINING))
                .isEqualTo(
                        Duration.between(Instant.parse("2026-11-21T09:12:00Z"), Instant.parse("2027-02-01T00:00:00Z"))
                                .toSeconds());
        assertThat(value(ParityMeter.REFUSED)).isEqualTo(1);
        assertThat(value(ParityMeter.PROFILE_FINGERPRINT, "fingerprint", "5f2b0c3d9e8a"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "build.time, 2026-11-20T09:12:00Z, 86400",
        "build.time, 2026-11-20T10:12:00.000+01:00, 86400",
        "commit.time, 2026-11-20T10:12:00+0100, 86400",
        "build.time, yesterday, NaN",
        "version, 17.0.15, NaN"
    })
    void ageOfTheBuildWhenTheProcessTellsItThenIsItsAge(String fact, String time, Double age) {
        new ParityMetrics(last).bindTo(registry);
        ServiceSummary process = new ServiceSummary(
                "runtime",
                "jvm",
                ServiceSummary.Outcome.OBSERVED,
                Facts.builder().put(fact, time).build(),
                0,
                Duration.ZERO);
        last.accept(SampleReports.report(Mode.WARN, "staging", List.of(process), 0));
        clock.add(Duration.between(Instant.ofEpochMilli(clock.wallTime()), Instant.parse("2026-11-21T09:12:00Z")));

        assertThat(value(ParityMeter.BUILD_AGE)).isEqualTo(age);
    }

    @Test
    void ratioWhenNothingWasComparedThenHasNoValue() {
        new ParityMetrics(last).bindTo(registry);
        last.accept(SampleReports.noProfile());

        assertThat(value(ParityMeter.PARITY_RATIO)).isNaN();
        assertThat(value(ParityMeter.PROFILE_AGE)).isNaN();
        assertThat(registry.find(ParityMeter.PROFILE_FINGERPRINT.meterName()).gauges())
                .isEmpty();
    }

    @Test
    void tagsWhenThereAreThousandsOfServicesThenAreBounded() {
        new ParityMetrics(last).bindTo(registry);
        last.accept(SampleReports.many(5000));

        assertThat(registry.getMeters()).hasSizeLessThan(400);
        assertThat(value(ParityMeter.FINDINGS, "service", "other", "severity", "warning"))
                .isGreaterThan(3900);
        assertThat(registry.find(ParityMeter.FINDINGS.meterName()).gauges().stream()
                        .mapToDouble(gauge -> gauge.value())
                        .sum())
                .isEqualTo(5000);
    }

    @Test
    void tagsWhenReportHoldsValuesThenNeverHoldThem() {
        new ParityMetrics(last).bindTo(registry);
        ParityReport report = SampleReports.report(
                Mode.WARN,
                "staging",
                SampleReports.services("16.4"),
                1,
                FindingDraft.error("orders-db", "postgresql.setting.x")
                        .expected("canary-expected", "canary-actual")
                        .setBy("canary-source")
                        .done());
        last.accept(report);

        assertThat(rows(registry)).doesNotContain("canary");
    }

    @Test
    void metersWhenBoundThenHaveNameTextUnitAndTagsAsDescribed() {
        new ParityMetrics(last).bindTo(registry);
        last.accept(SampleReports.refused());

        for (ParityMeter meter : ParityMeter.values()) {
            assertThat(registry.get(meter.meterName()).gauges()).allSatisfy(gauge -> {
                assertThat(gauge.getId().getDescription()).isEqualTo(meter.description());
                assertThat(gauge.getId().getBaseUnit()).isEqualTo(meter.baseUnit());
                assertThat(gauge.getId().getTags())
                        .extracting(Tag::getKey)
                        .containsExactlyInAnyOrderElementsOf(meter.tags());
            });
        }
        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .distinct())
                .hasSize(ParityMeter.values().length);
    }

    @Test
    void metersWhenRunsAndBindingsComeFromManyThreadsThenShowTheNewestReport() {
        new ParityMetrics(last).bindTo(registry);
        IntStream.range(0, 200).parallel().forEach(i -> last.accept(SampleReports.many(i % 7)));
        last.accept(SampleReports.agreement());

        assertThat(registry.find(ParityMeter.FINDINGS.meterName()).gauges())
                .allMatch(gauge -> gauge.value() == 0)
                .hasSize(12);
    }

    private double value(ParityMeter meter, String... tags) {
        return registry.get(meter.meterName()).tags(tags).gauge().value();
    }

    private List<String> fingerprints() {
        return registry.get(ParityMeter.FINGERPRINT.meterName()).gauges().stream()
                .map(gauge -> gauge.getId().toString())
                .sorted()
                .toList();
    }

    private static String rows(MeterRegistry registry) {
        return registry.getMeters().stream()
                .map(meter ->
                        meter.getId() + " " + meter.measure().iterator().next().getValue())
                .sorted()
                .toList()
                .toString();
    }
}
