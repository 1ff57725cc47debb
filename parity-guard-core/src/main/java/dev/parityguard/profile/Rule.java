package dev.parityguard.profile;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written override for the facts that a pattern names.
 *
 * @param fact {@code service/fact}, in which {@code *} stands for any characters; variables belong to the service
 *     {@code environment}
 * @param in the environments in which it holds; empty means all
 * @param compare how to compare, or null to leave that
 * @param values what to expect in place of the captured value; empty means the captured one
 * @param severity how much a mismatch matters, or null to leave that
 * @param unknown how much an unknown matters, or null to leave that
 * @param waiver the excuse, or null when this rule excuses nothing
 */
public record Rule(
        String fact,
        List<String> in,
        @Nullable Compare compare,
        List<String> values,
        @Nullable Severity severity,
        @Nullable Severity unknown,
        @Nullable Waiver waiver) {

    public Rule {
        in = List.copyOf(in);
        values = List.copyOf(values);
    }

    /**
     * An excuse: written like code and reviewed like code.
     *
     * @param reason why the difference is accepted
     * @param owner who accepted it
     * @param until the last day on which it holds; afterwards the waiver is itself a finding
     */
    public record Waiver(String reason, String owner, LocalDate until) {
        /** Stands for no last day, for an excuse that is no part of a profile. */
        public static final LocalDate NO_LAST_DAY = LocalDate.MAX;
    }

    /** Whether the rule holds in that environment. */
    public boolean holdsIn(@Nullable String environment) {
        return in.isEmpty() || (environment != null && in.contains(environment));
    }

    /** Whether the rule is about that {@code service/fact}. */
    public boolean names(String serviceAndFact) {
        return Glob.matches(fact, serviceAndFact);
    }
}
