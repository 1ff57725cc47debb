package dev.parityguard.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.action.LastReport;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.spring.ParityGuardProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportHealthTest {
    private final LastReport last = new LastReport();
    private final ReportHealth health =
            new ReportHealth(last, new ParityGuardProperties.Health("WRONG", "DOUBTFUL", "ODD"));

    @ParameterizedTest
    @CsvSource({
        "MISMATCH, ERROR,   WRONG",
        "UNKNOWN,  ERROR,   WRONG",
        "UNKNOWN,  WARNING, DOUBTFUL",
        "MISMATCH, WARNING, ODD",
        "MISMATCH, INFO,    UP",
        "NOTE,     INFO,    UP",
    })
    void statusIsWhatTheApplicationWantsForTheWorstFinding(Outcome outcome, Severity severity, String status) {
        last.accept(report(Mode.WARN, finding(outcome, severity, null), finding(Outcome.NOTE, Severity.INFO, null)));

        assertThat(health.see().status()).isEqualTo(status);
    }

    @Test
    void excusedErrorIsNoError() {
        last.accept(report(
                Mode.WARN,
                finding(Outcome.MISMATCH, Severity.ERROR, new Finding.Waived("a reason", "a team", "2027-01-31"))));

        assertThat(health.see().status()).isEqualTo("UP");
        assertThat(health.see().details()).containsEntry("findings", List.of());
    }

    @Test
    void beforeTheFirstReportAndInModeOffNothingIsKnown() {
        assertThat(health.see().status()).isEqualTo("UNKNOWN");

        last.accept(report(Mode.OFF));

        assertThat(health.see().status()).isEqualTo("UNKNOWN");
    }

    @Test
    void detailsNameFindingsButNoValues() {
        last.accept(report(Mode.REPORT, finding(Outcome.MISMATCH, Severity.ERROR, null)));

        assertThat(health.see().details())
                .containsEntry("mode", "report")
                .containsEntry("errors", 1)
                .containsEntry("findings", List.of("shop-db postgresql.setting.TimeZone"));
        assertThat(health.see().details().toString()).doesNotContain("UTC", "Europe/Amsterdam");
    }

    private static ParityReport report(Mode mode, Finding... findings) {
        return new ParityReport(
                "shop", "test", mode, null, Instant.EPOCH, Duration.ZERO, List.of(), List.of(findings), 7);
    }

    private static Finding finding(Outcome outcome, Severity severity, Finding.Waived waiver) {
        return new Finding(
                "postgresql.setting.TimeZone",
                "shop-db",
                "setting.TimeZone",
                outcome,
                severity,
                "behaviour",
                "UTC",
                null,
                "Europe/Amsterdam",
                null,
                "why",
                "fix",
                null,
                null,
                waiver,
                List.of());
    }
}
