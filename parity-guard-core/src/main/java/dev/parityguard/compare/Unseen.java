package dev.parityguard.compare;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import org.jspecify.annotations.Nullable;

/** A service of which nothing was seen: one unknown with one cause, or none where a rule excludes the service. */
final class Unseen {
    private static final String WHY = "nothing of this service could be compared";

    private Unseen() {}

    static @Nullable Finding unreachable(Unreachable unreachable, ServiceRules rules, FindingWriter writer) {
        Terms terms = rules.of("reachable", Severity.ERROR);
        return terms.excluded()
                ? null
                : writer.finding(
                        "reachable",
                        Outcome.UNKNOWN,
                        terms.unknown(),
                        unreachable.cause().words(),
                        "reachable",
                        unreachable.reason(),
                        null,
                        WHY,
                        "look at the service and at the address and credentials given for it",
                        terms);
    }

    static @Nullable Finding notProbed(NotProbed notProbed, ServiceRules rules, FindingWriter writer) {
        Terms terms = rules.of("probed", Severity.ERROR);
        return terms.excluded()
                ? null
                : writer.finding(
                        "probed",
                        Outcome.UNKNOWN,
                        terms.unknown(),
                        Unknown.Cause.NOT_SUPPORTED.words(),
                        "looked at",
                        notProbed.reason(),
                        null,
                        WHY,
                        "give the guard a way to look, or take the service out of the profile",
                        terms);
    }
}
