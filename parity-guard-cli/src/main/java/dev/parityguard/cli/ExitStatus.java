package dev.parityguard.cli;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.ParityReport;
import java.util.Set;

/** What a process ends with, documented in docs/cli.md. */
final class ExitStatus {
    static final int AGREES = 0;
    static final int INTERNAL = 1;
    static final int BAD_INPUT = 2;
    static final int ERRORS = 3;
    static final int WARNINGS = 4;
    static final int UNKNOWNS = 5;

    private ExitStatus() {}

    /** What is counted beside errors. */
    enum FailOn {
        warning,
        unknown
    }

    static int of(ParityReport report, Set<FailOn> counted) {
        if (!report.blocking().isEmpty()) {
            return ERRORS;
        }
        if (counted.contains(FailOn.warning) && report.mismatches(Severity.WARNING) > 0) {
            return WARNINGS;
        }
        return counted.contains(FailOn.unknown) && report.unknowns() > 0 ? UNKNOWNS : AGREES;
    }
}
