package dev.parityguard.internal;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the guard's own set-up. */
final class SetupFindings {
    private SetupFindings() {}

    static List<Finding> of(ProfileLookup lookup, Configuration configuration, boolean modeIsUnreadable) {
        List<Finding> findings = new ArrayList<>();
        if (lookup.problem() != null) {
            findings.add(finding(
                    "profile.readable",
                    Outcome.UNKNOWN,
                    Severity.ERROR,
                    "unreadable",
                    "a profile of format 1",
                    lookup.problem(),
                    "nothing can be compared with a profile that cannot be read",
                    "mend the profile; docs/profile-format.md explains every key"));
        } else if (lookup.document() == null) {
            findings.add(finding(
                    "profile.present",
                    Outcome.UNKNOWN,
                    configuration.profileRequired() ? Severity.ERROR : Severity.WARNING,
                    "missing",
                    "a profile at " + lookup.location(),
                    null,
                    "without a profile only what is unsound everywhere is told",
                    "capture one in production: " + configuration.captureHint()));
        }
        if (modeIsUnreadable) {
            findings.add(finding(
                    "setting.mode",
                    Outcome.MISMATCH,
                    Severity.WARNING,
                    "unreadable",
                    "off, report, warn or enforce",
                    "something else",
                    "the switch " + Settings.MODE + " has no effect",
                    "set " + Settings.MODE + " to one of the four modes, or unset it"));
        }
        return findings;
    }

    /** The guard itself failed. A message may repeat what must not be shown, so only the exception's class is told. */
    static Finding failed(Throwable failure) {
        return finding(
                "run",
                Outcome.UNKNOWN,
                Severity.WARNING,
                "failed",
                "a report",
                failure.getClass().getName(),
                "the guard itself failed, so nothing was compared",
                "please report it, with the profile and the names of the services");
    }

    private static Finding finding(
            String fact,
            Outcome outcome,
            Severity severity,
            String cause,
            String expected,
            @Nullable String actual,
            String why,
            String fix) {
        return new Finding(
                "parity-guard." + fact,
                "parity-guard",
                fact,
                outcome,
                severity,
                cause,
                expected,
                null,
                actual,
                null,
                why,
                fix,
                null,
                null,
                null,
                List.of());
    }
}
