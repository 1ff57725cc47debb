package dev.parityguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void headlineWhenProfileWasWrittenByHandThenTellsNoCapture() {
        assertThat(headline(null, null, 1))
                .isEqualTo("Parity Guard: a agrees with profile \"p\": 1 service, 1 fact agrees.");
    }

    @Test
    void headlineWhenCaptureHasNoEnvironmentThenTellsTheDay() {
        assertThat(headline(null, Instant.parse("2026-11-20T23:59:59Z"), 2))
                .isEqualTo(
                        "Parity Guard: a agrees with profile \"p\" (captured on 2026-11-20): 1 service, 2 facts agree.");
    }

    @Test
    void headlineWhenCaptureHasNoDayThenTellsTheEnvironment() {
        assertThat(headline("production", null, 0))
                .isEqualTo(
                        "Parity Guard: a agrees with profile \"p\" (captured from production): 1 service, 0 facts agree.");
    }

    @Test
    void findingWhenNothingSpecificIsExpectedThenTellsWhatIs() {
        Finding finding = FindingDraft.error("s", "k.f").expected(null, "x").done();

        assertThat(OneLine.of(finding)).isEqualTo("s k.f: actual x");
    }

    @Test
    void findingWhenUnknownThenTellsTheCause() {
        Finding finding = FindingDraft.unknown("s", "k.f", "not permitted").done();

        assertThat(OneLine.of(finding)).isEqualTo("s k.f: not permitted");
    }

    @Test
    void findingWhenValuesHaveBlanksAtTheirEndsThenQuotesThem() {
        Finding finding = FindingDraft.error("s", "k.f").expected("UTC", "UTC ").done();

        assertThat(OneLine.of(finding)).isEqualTo("s k.f: expected UTC, actual \"UTC \"");
    }

    private static String headline(@Nullable String environment, @Nullable Instant capturedAt, int agreeing) {
        return OneLine.of(new ParityReport(
                "a",
                null,
                Mode.WARN,
                new ProfileOrigin("p", environment, capturedAt, () -> "f"),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(SampleReports.service("s", "k", "k", "1", agreeing)),
                List.of(),
                agreeing));
    }
}
