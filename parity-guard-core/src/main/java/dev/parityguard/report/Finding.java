package dev.parityguard.report;

import dev.parityguard.fact.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One judgement. Immutable. Holds no secret: values of facts only, never those of variables.
 *
 * @param id kind and fact name, for example {@code postgresql.setting.TimeZone}: stable, to search and to excuse by
 * @param service the service by the name the application gives it; {@code environment} for variables
 * @param fact the fact's name, or the variable's
 * @param outcome what is said
 * @param severity how much it matters, after rules and waivers
 * @param cause the class of cause, for example {@code behaviour}, {@code missing}, {@code not permitted}
 * @param expected what should be, as a person reads it, or null where nothing specific is expected
 * @param expectedFrom who expects that of a fact: the environment that the profile was captured from (or {@code
 *     profile}), {@code rule} or {@code sound value}; null where it goes without saying
 * @param actual what is, as a person reads it, or null where it is absent or not known
 * @param source who set the actual value, or null
 * @param why why it bites
 * @param fix what to do
 * @param owner who cares for it, or null
 * @param runbook where to read on, or null
 * @param waiver the excuse, or null when there is none
 * @param consequences findings that this one explains; they are not counted
 */
public record Finding(
        String id,
        String service,
        String fact,
        Outcome outcome,
        Severity severity,
        String cause,
        @Nullable String expected,
        @Nullable String expectedFrom,
        @Nullable String actual,
        @Nullable String source,
        String why,
        String fix,
        @Nullable String owner,
        @Nullable String runbook,
        @Nullable Waived waiver,
        List<Finding> consequences) {

    public Finding {
        consequences = List.copyOf(consequences);
    }

    /**
     * Why a finding is excused.
     *
     * @param reason in the words of the person who excused it
     * @param owner who accepts it
     * @param until the last day on which it holds, as ISO date, or null when the rule names none
     */
    public record Waived(
            String reason, String owner, @Nullable String until) {}

    /** The same finding, telling who expects it. */
    public Finding expectedFrom(@Nullable String origin) {
        return copy(origin, consequences);
    }

    /** The same finding with others folded under it. */
    public Finding explaining(List<Finding> others) {
        return copy(expectedFrom, others);
    }

    private Finding copy(@Nullable String origin, List<Finding> explained) {
        return new Finding(
                id, service, fact, outcome, severity, cause, expected, origin, actual, source, why, fix, owner, runbook,
                waiver, explained);
    }
}
