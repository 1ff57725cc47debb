package dev.parityguard.cli.declared;

import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings about a file itself. */
final class Remarks {
    private Remarks() {}

    static Finding unmatched(String name, Matching.Match match) {
        boolean none = match.candidates().isEmpty();
        return finding(
                name,
                "declared.service",
                none ? Outcome.NOTE : Outcome.UNKNOWN,
                none ? Severity.INFO : Severity.WARNING,
                none ? "new" : "not supported",
                null,
                "of kind " + match.kind(),
                none
                        ? "the profile has no service of this kind, so it was not compared"
                        : "the profile has several services of this kind (" + String.join(", ", match.candidates())
                                + "), and none has this name",
                none
                        ? "capture it in production, if the application uses it"
                        : "say which is meant: --map " + name + "=SERVICE");
    }

    static Finding notUnderstood(Declaration.Remark remark) {
        return finding(
                remark.about(),
                "declared.construct",
                Outcome.UNKNOWN,
                Severity.WARNING,
                "not supported",
                null,
                null,
                remark.sentence(),
                "check it by hand, or write it out");
    }

    /** The finding, excused where a waiver of the profile says so. */
    static Finding excused(Finding finding, Profile profile, @Nullable String environment, LocalDate today) {
        for (Rule rule : profile.rules()) {
            Rule.Waiver waiver = rule.waiver();
            if (waiver != null
                    && rule.holdsIn(environment)
                    && rule.names(finding.service() + "/" + finding.fact())
                    && !waiver.until().isBefore(today)) {
                return new Finding(
                        finding.id(),
                        finding.service(),
                        finding.fact(),
                        finding.outcome(),
                        Severity.INFO,
                        finding.cause(),
                        finding.expected(),
                        finding.expectedFrom(),
                        finding.actual(),
                        finding.source(),
                        finding.why(),
                        finding.fix(),
                        finding.owner(),
                        finding.runbook(),
                        new Finding.Waived(
                                waiver.reason(), waiver.owner(), waiver.until().toString()),
                        finding.consequences());
            }
        }
        return finding;
    }

    static Finding finding(
            String service,
            String fact,
            Outcome outcome,
            Severity severity,
            String cause,
            @Nullable String expected,
            @Nullable String actual,
            String why,
            String fix) {
        return new Finding(
                fact, service, fact, outcome, severity, cause, expected, null, actual, null, why, fix, null, null, null,
                List.of());
    }
}
