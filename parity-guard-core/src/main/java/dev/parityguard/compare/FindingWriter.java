package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactClass;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.CauseClass;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the findings of one service into words. */
final class FindingWriter {
    /** The service, and the kind, that variables belong to. */
    static final String ENVIRONMENT = "environment";

    /** The cause of a fact that does not exist here, as with every service. */
    static final String MISSING = "missing";

    private static final int NAMES_TOLD = 5;

    private final String service;
    private final String kind;
    private final @Nullable String owner;
    private final @Nullable String runbook;
    private final boolean migrated;
    private final LocalDate today;

    /** A writer for a service; {@code migrated} where the migrations of the profile have run here. */
    FindingWriter(
            String service, String kind, @Nullable ServiceExpectation expectation, boolean migrated, LocalDate today) {
        this(
                service,
                kind,
                expectation == null ? null : expectation.owner(),
                expectation == null ? null : expectation.runbook(),
                migrated,
                today);
    }

    private FindingWriter(
            String service,
            String kind,
            @Nullable String owner,
            @Nullable String runbook,
            boolean migrated,
            LocalDate today) {
        this.service = service;
        this.kind = kind;
        this.owner = owner;
        this.runbook = runbook;
        this.migrated = migrated;
        this.today = today;
    }

    /** A writer for the finding of one variable. */
    static FindingWriter ofVariable(@Nullable String owner, LocalDate today) {
        return new FindingWriter(ENVIRONMENT, ENVIRONMENT, owner, null, false, today);
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
        return unknown(unknown, terms.unknown(), terms);
    }

    /** An unknown that matters less than others. */
    Finding quietUnknown(Unknown unknown, Terms terms) {
        return unknown(unknown, terms.unknown() == Severity.WARNING ? Severity.INFO : terms.unknown(), terms);
    }

    private Finding unknown(Unknown unknown, Severity severity, Terms terms) {
        return finding(
                unknown.fact(),
                Outcome.UNKNOWN,
                severity,
                unknown.cause().words(),
                null,
                null,
                null,
                "it could not be looked at, so nobody knows whether it differs",
                remedy(unknown),
                terms);
    }

    Finding notInProfile(List<String> names) {
        return note(
                "not-in-profile",
                "new",
                counted(names, "fact"),
                "seen here, but the profile does not have it yet, so it was not compared",
                "capture the profile again when this release of the library or the service is new");
    }

    /** Objects that the structure of the profile does not have. */
    Finding drift(List<String> names) {
        return note(
                "drift",
                CauseClass.DRIFT,
                counted(names, "object"),
                "here, and not in the profile: made by hand, or by a migration that the profile has not met yet",
                "drop what nobody needs, or capture the profile again");
    }

    private static String counted(List<String> names, String one) {
        String told = String.join(", ", names.subList(0, Math.min(NAMES_TOLD, names.size())));
        return names.size() + " " + one + (names.size() == 1 ? ": " : "s: ") + told
                + (names.size() > NAMES_TOLD ? ", …" : "");
    }

    private Finding note(String fact, String cause, String actual, String why, String fix) {
        return finding(fact, Outcome.NOTE, Severity.INFO, cause, null, actual, null, why, fix, (Rule.Waiver) null);
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

    private String difference(@Nullable FactDescription description) {
        if (description == null) {
            return FactClass.BEHAVIOUR.id();
        }
        return description.cause() == null ? cause(description.factClass()) : description.cause();
    }

    private String absence(@Nullable FactDescription description) {
        if (description == null) {
            return MISSING;
        }
        if (description.absentCause() != null) {
            return description.absentCause();
        }
        return description.factClass() == FactClass.STRUCTURE ? cause(FactClass.STRUCTURE) : MISSING;
    }

    private String cause(FactClass factClass) {
        return switch (factClass) {
            case STRUCTURE -> migrated ? CauseClass.DRIFT : CauseClass.MIGRATION_NOT_APPLIED;
            case VALIDITY -> CauseClass.INVALID_OBJECT;
            default -> factClass.id();
        };
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
                fix(name, description, expected, actual, cause),
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
        if (waiver == null || waiver.until().isBefore(today)) {
            return null;
        }
        boolean ends = !waiver.until().equals(Rule.Waiver.NO_LAST_DAY);
        return new Finding.Waived(
                waiver.reason(), waiver.owner(), ends ? waiver.until().toString() : null);
    }

    private static String fix(
            String name,
            @Nullable FactDescription description,
            String expected,
            @Nullable String actual,
            String cause) {
        if (description == null) {
            return "make it the same, or state the difference in the profile's rules";
        }
        return cause.equals(CauseClass.DRIFT)
                ? "the same migrations have run here: find out who changed it, and mend it in a new migration"
                : filled(description, name, expected, actual);
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
            case NOT_COMPARABLE -> "not comparable: " + unknown.missing();
            case UNREACHABLE -> "reach: " + unknown.missing();
            case TIMED_OUT -> "give more time or look at: " + unknown.missing();
            case UNREADABLE -> "could not be read: " + unknown.missing();
        };
    }
}
