package dev.parityguard.internal;

import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Profile;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the guard's own set-up. */
record SetupFindings(Configuration configuration, Settings settings, Instant now) {
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,5})d");

    List<Finding> of(ProfileLookup lookup) {
        List<Finding> findings = new ArrayList<>();
        ProfileLookup.Problem problem = lookup.problem();
        if (problem != null) {
            findings.add(finding(problem, lookup));
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
        if (lookup.document() != null) {
            addAge(lookup.document().profile(), findings);
        }
        if (settings.modeIsUnreadable()) {
            findings.add(ineffective("mode", Settings.MODE, "off, report, warn or enforce"));
        }
        return findings;
    }

    private Finding finding(ProfileLookup.Problem problem, ProfileLookup lookup) {
        return switch (problem.kind()) {
            case UNREADABLE ->
                finding(
                        "profile.readable",
                        Outcome.UNKNOWN,
                        Severity.ERROR,
                        "unreadable",
                        "a profile of format 1",
                        problem.sentence(),
                        "nothing can be compared with a profile that cannot be read",
                        "mend the profile; docs/profile-format.md explains every key");
            case UNREACHABLE ->
                finding(
                        "profile.reachable",
                        Outcome.UNKNOWN,
                        configuration.profileRequired() ? Severity.ERROR : Severity.WARNING,
                        "unreachable",
                        "a profile at " + lookup.location(),
                        problem.sentence(),
                        "without a profile only what is unsound everywhere is told",
                        "look at the address and the way to it; keep a copy for the next time: "
                                + Settings.PROFILE_CACHE);
            case UNTRUSTED ->
                finding(
                        "profile.trusted",
                        Outcome.MISMATCH,
                        Severity.ERROR,
                        "untrusted",
                        "a profile that is pinned or signed as it should be",
                        problem.sentence(),
                        "nothing is compared with a profile that somebody else may have written",
                        "find out who changed it; where the change is right, pin or sign it anew");
            case COPIED ->
                finding(
                        "profile.fresh",
                        Outcome.UNKNOWN,
                        Severity.WARNING,
                        "unreachable",
                        "a profile at " + lookup.location(),
                        problem.sentence(),
                        "the profile may have changed since",
                        "look at the address and the way to it, and at the file of the copy");
        };
    }

    private void addAge(Profile profile, List<Finding> findings) {
        String said = settings.said(Settings.PROFILE_MAX_AGE);
        Matcher days = said == null ? null : DAYS.matcher(said);
        if (days != null && !days.matches()) {
            findings.add(ineffective("profile-max-age", Settings.PROFILE_MAX_AGE, "a number of days such as 90d"));
            return;
        }
        Duration most = days == null ? configuration.profileMaxAge() : Duration.ofDays(Long.parseLong(days.group(1)));
        Instant captured =
                profile.captured() == null ? null : profile.captured().at();
        if (most == null || (captured != null && !captured.plus(most).isBefore(now))) {
            return;
        }
        findings.add(finding(
                "profile.age",
                Outcome.MISMATCH,
                Severity.WARNING,
                "stale",
                "captured within " + most.toDays() + " days",
                captured == null
                        ? "never captured"
                        : "captured " + Duration.between(captured, now).toDays() + " days ago",
                "production has changed since, so that a difference from the profile may be none from production",
                "capture the profile again in production: " + configuration.captureHint()));
    }

    private static Finding ineffective(String setting, String variable, String expected) {
        return finding(
                "setting." + setting,
                Outcome.MISMATCH,
                Severity.WARNING,
                "unreadable",
                expected,
                "something else",
                "the switch " + variable + " has no effect",
                "set " + variable + " to " + expected + ", or unset it");
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
