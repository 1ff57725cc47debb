package dev.parityguard.report;

import dev.parityguard.fact.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding in the making, so that a test tells only what it is about. */
public final class FindingDraft {
    private final String service;
    private final String id;
    private Outcome outcome = Outcome.MISMATCH;
    private Severity severity = Severity.WARNING;
    private String cause = "behaviour";
    private @Nullable String expected;
    private @Nullable String expectedFrom = "production";
    private @Nullable String actual;
    private @Nullable String source;
    private String why = "it differs";
    private String fix = "make it the same";
    private @Nullable String owner;
    private @Nullable String runbook;
    private Finding.@Nullable Waived waiver;
    private List<Finding> consequences = List.of();

    private FindingDraft(String service, String id) {
        this.service = service;
        this.id = id;
    }

    public static FindingDraft error(String service, String id) {
        FindingDraft draft = new FindingDraft(service, id);
        draft.severity = Severity.ERROR;
        return draft;
    }

    public static FindingDraft warning(String service, String id) {
        return new FindingDraft(service, id);
    }

    public static FindingDraft unknown(String service, String id, String cause) {
        FindingDraft draft = new FindingDraft(service, id).from(null).why("nobody knows whether it differs");
        draft.outcome = Outcome.UNKNOWN;
        draft.cause = cause;
        return draft;
    }

    public static FindingDraft note(String service, String id, String actual) {
        FindingDraft draft = new FindingDraft(service, id).from(null).severity(Severity.INFO);
        draft.outcome = Outcome.NOTE;
        draft.cause = "new";
        draft.actual = actual;
        return draft;
    }

    public FindingDraft severity(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    public FindingDraft expected(@Nullable String newExpected, @Nullable String newActual) {
        expected = newExpected;
        actual = newActual;
        return this;
    }

    public FindingDraft from(@Nullable String origin) {
        expectedFrom = origin;
        return this;
    }

    public FindingDraft setBy(String newSource) {
        source = newSource;
        return this;
    }

    public FindingDraft why(String newWhy) {
        why = newWhy;
        return this;
    }

    public FindingDraft fix(String newFix) {
        fix = newFix;
        return this;
    }

    public FindingDraft care(@Nullable String newOwner, @Nullable String newRunbook) {
        owner = newOwner;
        runbook = newRunbook;
        return this;
    }

    public FindingDraft waived(String reason, String owner, @Nullable String until) {
        waiver = new Finding.Waived(reason, owner, until);
        return severity(Severity.INFO);
    }

    public FindingDraft explaining(List<Finding> others) {
        consequences = others;
        return this;
    }

    public Finding done() {
        String fact = id.substring(id.indexOf('.') + 1);
        return new Finding(
                id,
                service,
                fact,
                outcome,
                severity,
                cause,
                expected,
                expectedFrom,
                actual,
                source,
                why,
                fix,
                owner,
                runbook,
                waiver,
                consequences);
    }
}
