package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactClass;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the findings of one service into words. */
final class FindingWriter {
    /** The service, and the kind, that variables belong to. */
    static final String ENVIRONMENT = "environment";

    private static final int NAMES_TOLD = 5;

    private final String service;
    private final String kind;
    private final @Nullable String owner;
    private final @Nullable String runbook;
    private final LocalDate today;

    FindingWriter(String service, String kind, @Nullable ServiceExpectation expectation, LocalDate today) {
        this(
                service,
                kind,
                expectation == null ? null : expectation.owner(),
                expectation == null ? null : expectation.runbook(),
                today);
    }

    private FindingWriter(
            String service, String kind, @Nullable String owner, @Nullable String runbook, LocalDate today) {
        this.service = service;
        this.kind = kind;
        this.owner = owner;
        this.runbook = runbook;
        this.today = today;
    }

    /** A writer for the finding of one variable. */
    static FindingWriter ofVariable(@Nullable String owner, LocalDate today) {
        return new FindingWriter(ENVIRONMENT, ENVIRONMENT, owner, null, today);
    }

    Finding mismatch(Fact fact, List<String> expected, @Nullable FactDescription description, Terms terms) {
        String wanted = wanted(terms.compare(), expected);
        return described(fact.name(), description, wanted, fact.value(), fact.source(), terms.severity(), terms);
    }

    Finding absent(String name, List<String> expected, @Nullable FactDescription description, Terms terms) {
        return described(
                name,
                description,
                wanted(terms.compare(), expected),
                null,
                null,
                terms.absent(),
                absence(description),
                terms);
    }

    Finding unsound(Fact fact, String sound, FactDescription description, Terms terms) {
        String wanted = sound.replaceAll("\\s*\\|\\s*", " or ");
        return described(fact.name(), description, wanted, fact.value(), fact.source(), terms.unsound(), terms);
    }

    Finding unknown(Unknown unknown, Terms terms) {
        return finding(
                unknown.fact(),
                Outcome.UNKNOWN,
                terms.unknown(),
                unknown.cause().words(),
                null,
                null,
                null,
                "it could not be looked at, so nobody knows whether it differs",
                remedy(unknown),
                terms);
    }

    Finding notInProfile(List<String> names) {
        String told = String.join(", ", names.subList(0, Math.min(NAMES_TOLD, names.size())));
        return note(
                "not-in-profile",
                names.size()
                        + (names.size() == 1 ? " fact: " : " facts: ")
                        + told
                        + (names.size() > NAMES_TOLD ? ", …" : ""),
                "seen here, but the profile does not have it yet, so it was not compared",
                "capture the profile again when this release of the library or the service is new");
    }

    Finding note(String fact, String actual, String why, String fix) {
        return finding(fact, Outcome.NOTE, Severity.INFO, "new", null, actual, null, why, fix, (Rule.Waiver) null);
    }

    private Finding described(
            String name,
            @Nullable FactDescription description,
            String expected,
            @Nullable String actual,
            @Nullable String source,
            Severity severity,
            Terms terms) {
        return described(name, description, expected, actual, source, severity, difference(description), terms);
    }

    private static String difference(@Nullable FactDescription description) {
        if (description == null) {
            return FactClass.BEHAVIOUR.id();
        }
        String cause = description.cause();
        return cause == null ? description.factClass().id() : cause;
    }

    private static String absence(@Nullable FactDescription description) {
        String cause = description == null ? null : description.absentCause();
        return cause == null ? "missing" : cause;
    }

    private Finding described(
            String name,
            @Nullable FactDescription description,
            String expected,
            @Nullable String actual,
            @Nullable String source,
            Severity severity,
            String cause,
            Terms terms) {
        return finding(
                name,
                Outcome.MISMATCH,
                severity,
                cause,
                expected,
                actual,
                source,
                description == null ? "it differs from the profile" : description.why(),
                description == null
                        ? "make it the same, or state the difference in the profile's rules"
                        : filled(description, name, expected, actual),
                terms);
    }

    Finding finding(
            String fact,
            Outcome outcome,
            Severity severity,
            String cause,
            @Nullable String expected,
            @Nullable String actual,
            @Nullable String source,
            String why,
            String fix,
            Terms terms) {
        return finding(fact, outcome, severity, cause, expected, actual, source, why, fix, terms.waiver());
    }

    private Finding finding(
            String fact,
            Outcome outcome,
            Severity severity,
            String cause,
            @Nullable String expected,
            @Nullable String actual,
            @Nullable String source,
            String why,
            String fix,
            Rule.@Nullable Waiver waiver) {
        Finding.Waived waived = waived(waiver);
        return new Finding(
                kind + "." + fact,
                service,
                fact,
                outcome,
                waived == null ? severity : Severity.INFO,
                cause,
                expected,
                null,
                actual,
                source,
                why,
                fix,
                owner,
                runbook,
                waived,
                List.of());
    }

    private Finding.@Nullable Waived waived(Rule.@Nullable Waiver waiver) {
        return waiver == null || waiver.until().isBefore(today)
                ? null
                : new Finding.Waived(
                        waiver.reason(), waiver.owner(), waiver.until().toString());
    }

    private static String filled(FactDescription description, String name, String expected, @Nullable String actual) {
        int star = description.name().indexOf('*');
        return description
                .fix()
                .replace("{expected}", expected)
                .replace("{actual}", actual == null ? "absent" : actual)
                .replace("{name}", star < 0 ? name : name.substring(star));
    }

    private static String wanted(Compare compare, List<String> expected) {
        String values = String.join(" or ", expected);
        return switch (compare) {
            case AT_LEAST -> "at least " + values;
            case RANGE -> "within " + values;
            case CONTAINS -> "contains " + values;
            case PATTERN -> "matches " + values;
            default -> values;
        };
    }

    private static String remedy(Unknown unknown) {
        return switch (unknown.cause()) {
            case NOT_PERMITTED -> "grant: " + unknown.missing();
            case NOT_SUPPORTED -> "not supported: " + unknown.missing();
            case UNREACHABLE -> "reach: " + unknown.missing();
            case TIMED_OUT -> "give more time or look at: " + unknown.missing();
            case UNREADABLE -> "could not be read: " + unknown.missing();
        };
    }
}
