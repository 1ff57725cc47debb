package dev.parityguard.report;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        int count = 0;
        for (Finding finding : findings) {
            if (isOpen(finding, Outcome.MISMATCH) && finding.severity() == severity) {
                count++;
            }
        }
        return count;
    }

    /** How many unknowns there are; folded and excused ones are not counted. */
    public int unknowns() {
        int count = 0;
        for (Finding finding : findings) {
            if (isOpen(finding, Outcome.UNKNOWN)) {
                count++;
            }
        }
        return count;
    }

    /** How many findings are excused. */
    public int waived() {
        int count = 0;
        for (Finding finding : findings) {
            if (finding.waiver() != null) {
                count++;
            }
        }
        return count;
    }

    /** The findings for which {@link Mode#ENFORCE} refuses: every error that nobody excused. */
    public List<Finding> blocking() {
        List<Finding> blocking = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR && finding.waiver() == null && finding.outcome() != Outcome.NOTE) {
                blocking.add(finding);
            }
        }
        return List.copyOf(blocking);
    }

    /** Whether the application must not start. */
    public boolean refuses() {
        return mode == Mode.ENFORCE && !blocking().isEmpty();
    }

    /** Whether nothing above {@code info} was found. */
    public boolean agrees() {
        for (Finding finding : findings) {
            if (finding.severity() != Severity.INFO && finding.waiver() == null) {
                return false;
            }
        }
        return true;
    }

    /** The same report, leading to something else. */
    public ParityReport in(Mode other) {
        return new ParityReport(
                application, environment, other, profile, startedAt, took, services, findings, agreeing);
    }

    private static boolean isOpen(Finding finding, Outcome outcome) {
        return finding.outcome() == outcome && finding.waiver() == null;
    }
}
