package dev.parityguard.compare;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.report.CauseClass;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service is the one of the environment that the application runs in: production stands on production's, and
 * nothing else does. Judged only where the profile was captured from production and this environment has a name. Used
 * once.
 */
final class IdentityGuard {
    private static final String CLUSTER = "identity.cluster";
    private static final String DATABASE = "identity.database";
    private static final String ADDRESS = "identity.address";

    /** One server of several that may take each other's place: in production another one is no fault. */
    private static final String SERVER = "identity.server";

    private static final String KEY_ENDS = ":";

    private final SortedMap<String, List<String>> captured;
    private final Observed observed;
    private final ServiceRules rules;
    private final FindingWriter writer;
    private final String production;
    private final List<Finding> findings = new ArrayList<>();

    IdentityGuard(
            SortedMap<String, List<String>> captured, Observed observed, ServiceRules rules, FindingWriter writer) {
        this.captured = captured;
        this.observed = observed;
        this.rules = rules;
        this.writer = writer;
        this.production = rules.capturedFrom();
    }

    List<Finding> findings() {
        switch (rules.standing()) {
            case IN_PRODUCTION -> inProduction();
            case OUTSIDE -> outside();
            case NOT_KNOWN -> {}
        }
        return findings;
    }

    private void inProduction() {
        String why = production + "'s application reads and writes somewhere else than " + production + " does";
        String fix = "connect to " + production
                + "'s own; after a restore, an upgrade or a move that was meant, capture" + " the profile again";
        if (isOther(CLUSTER)) {
            tell(
                    CLUSTER,
                    Severity.ERROR,
                    "the cluster of the profile",
                    "another cluster than " + production + "'s",
                    why,
                    fix);
        } else if (isOther(DATABASE)) {
            tell(
                    DATABASE,
                    Severity.ERROR,
                    "the database of the profile",
                    "another database than " + production + "'s",
                    why,
                    fix);
        } else {
            tellUnknown();
        }
    }

    private void outside() {
        String fix = "connect to this environment's own: look at the URL, the tunnel, the variable it comes from";
        boolean sameDatabase = isSame(DATABASE);
        if (sameDatabase && isOther(ADDRESS)) {
            tell(
                    DATABASE,
                    Severity.WARNING,
                    "a database of its own",
                    "a replica or a physical copy of " + production + "'s database",
                    "of a replica every row is " + production + "'s; a restored copy cannot be told from one",
                    "make sure that it is a copy, and excuse it by a rule");
        } else if (sameDatabase) {
            tell(DATABASE, Severity.ERROR, "a database of its own", production + "'s database", changes(), fix);
        } else if (isSame(SERVER)) {
            tell(SERVER, Severity.ERROR, "a server of its own", production + "'s server", changes(), fix);
        } else if (isSame(CLUSTER)) {
            tell(
                    CLUSTER,
                    Severity.WARNING,
                    "a cluster of its own",
                    "another database in " + production + "'s cluster",
                    "load, locks, roles and a restart here are felt in " + production,
                    fix);
        } else {
            tellUnknown();
        }
    }

    private String changes() {
        return "whatever is done here is done to " + production;
    }

    private void tell(String fact, Severity severity, String expected, String actual, String why, String fix) {
        Terms terms = rules.of(fact, severity);
        if (!terms.excluded()) {
            findings.add(writer.finding(
                    fact,
                    Outcome.MISMATCH,
                    terms.severity(),
                    CauseClass.IDENTITY,
                    expected,
                    actual,
                    null,
                    why,
                    fix,
                    terms));
        }
    }

    /** Quiet unless a rule or the environment's policy wants it otherwise: it is a safety net, and no fault. */
    private void tellUnknown() {
        for (String fact : List.of(CLUSTER, SERVER)) {
            Terms terms = rules.of(fact, Severity.ERROR);
            Unknown unknown = captured.containsKey(fact) && !terms.excluded() ? unknown(fact) : null;
            if (unknown != null) {
                findings.add(writer.quietUnknown(unknown, terms));
            }
        }
    }

    private @Nullable Unknown unknown(String fact) {
        String actual = observed.facts().value(fact);
        if (actual == null) {
            return observed.unknowns().stream()
                    .filter(unknown -> unknown.covers(fact))
                    .findFirst()
                    .orElse(null);
        }
        return comparable(fact, actual).isEmpty()
                ? new Unknown(fact, Unknown.Cause.UNREADABLE, "the profile's identity was hashed with another key")
                : null;
    }

    private boolean isSame(String fact) {
        String actual = observed.facts().value(fact);
        return actual != null && comparable(fact, actual).contains(actual);
    }

    private boolean isOther(String fact) {
        String actual = observed.facts().value(fact);
        List<String> comparable = actual == null ? List.of() : comparable(fact, actual);
        return !comparable.isEmpty() && !comparable.contains(actual);
    }

    /** The captured hashes that were made with the key of this one. */
    private List<String> comparable(String fact, String actual) {
        String key = actual.substring(0, actual.indexOf(KEY_ENDS) + 1);
        return captured.getOrDefault(fact, List.of()).stream()
                .filter(value -> !key.isEmpty() && value.startsWith(key))
                .toList();
    }
}
