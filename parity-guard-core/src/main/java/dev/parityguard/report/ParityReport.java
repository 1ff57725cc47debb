package dev.parityguard.report;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one run found. Immutable; log, metrics, health and refusal all read it, so they cannot disagree.
 *
 * @param application the application's name: the profile's, or {@code application} without a profile
 * @param environment the environment's name as given, or null
 * @param mode what a mismatch leads to
 * @param profile which profile was used, or null when there is none
 * @param startedAt when the run began
 * @param took how long the run took
 * @param services what was looked at, sorted by name
 * @param findings what was found: the worst first, then by service and fact; findings explained by another one are
 *     folded under it
 * @param agreeing how many expected facts and variables agree
 */
public record ParityReport(
        String application,
        @Nullable String environment,
        Mode mode,
        @Nullable ProfileOrigin profile,
        Instant startedAt,
        Duration took,
        List<ServiceSummary> services,
        List<Finding> findings,
        int agreeing) {

    public ParityReport {
        services = List.copyOf(services);
        findings = List.copyOf(findings);
    }

    /** How many mismatches of that severity there are; folded and excused ones are not counted. */
    public int mismatches(Severity severity) {
        return count(Outcome.MISMATCH, severity);
    }

    /** How many unknowns there are; folded and excused ones are not counted. */
    public int unknowns() {
        return (int) findings.stream()
                .filter(f -> f.outcome() == Outcome.UNKNOWN && f.waiver() == null)
                .count();
    }

    /** How many findings are excused. */
    public int waived() {
        return (int) findings.stream().filter(f -> f.waiver() != null).count();
    }

    /** The findings for which {@link Mode#ENFORCE} refuses: every error that nobody excused. */
    public List<Finding> blocking() {
        return findings.stream()
                .filter(f -> f.severity() == Severity.ERROR && f.waiver() == null && f.outcome() != Outcome.NOTE)
                .toList();
    }

    /** Whether the application must not start. */
    public boolean refuses() {
        return mode == Mode.ENFORCE && !blocking().isEmpty();
    }

    /** Whether nothing above {@code info} was found. */
    public boolean agrees() {
        return findings.stream().allMatch(f -> f.severity() == Severity.INFO || f.waiver() != null);
    }

    private int count(Outcome outcome, Severity severity) {
        return (int) findings.stream()
                .filter(f -> f.outcome() == outcome && f.severity() == severity && f.waiver() == null)
                .count();
    }
}
