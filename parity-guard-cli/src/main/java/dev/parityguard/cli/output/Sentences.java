package dev.parityguard.cli.output;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import org.jspecify.annotations.Nullable;

/** What all written forms say in the same words. */
final class Sentences {
    private Sentences() {}

    /** How a finding counts: error, warning, unknown, waived or note. */
    static String word(Finding finding) {
        if (finding.waiver() != null) {
            return "waived";
        }
        if (finding.outcome() == Outcome.UNKNOWN) {
            return "unknown";
        }
        return finding.severity() == Severity.INFO ? "note" : finding.severity().id();
    }

    static @Nullable String actual(Finding finding) {
        return finding.actual() == null && finding.outcome() == Outcome.MISMATCH ? "absent" : finding.actual();
    }

    /** Why it bites and what to do, or the excuse. */
    static String of(Finding finding) {
        Finding.Waived waiver = finding.waiver();
        return waiver == null
                ? finding.why() + "; fix: " + finding.fix()
                : waiver.reason() + " (" + waiver.owner() + (waiver.until() == null ? "" : ", until " + waiver.until())
                        + ")";
    }
}
