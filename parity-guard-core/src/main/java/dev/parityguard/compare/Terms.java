package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Normalisation;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.EnvironmentPolicy;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one fact is judged here: its description, overridden by every rule that applies, the last one deciding.
 *
 * @param values what to expect in place of the captured value; empty means the captured one
 */
record Terms(
        Compare compare,
        Normalisation normalisation,
        List<String> values,
        Severity severity,
        Severity absent,
        Severity unknown,
        Rule.@Nullable Waiver waiver) {

    /** The terms for a fact; a fact without a description is compared exactly and is a warning. */
    static Terms of(
            @Nullable Profile profile,
            @Nullable String environment,
            String service,
            String fact,
            @Nullable FactDescription description) {
        EnvironmentPolicy policy = profile == null ? null : profile.policy(environment);
        Severity unknown = policy == null || policy.unknown() == null ? Severity.WARNING : policy.unknown();
        Terms terms = description == null
                ? new Terms(
                        Compare.EXACT, Normalisation.NONE, List.of(), Severity.WARNING, Severity.WARNING, unknown, null)
                : new Terms(
                        description.compare(),
                        description.normalisation(),
                        List.of(),
                        description.severity(),
                        description.absent(),
                        unknown,
                        null);
        for (Rule rule : profile == null ? List.<Rule>of() : profile.rules()) {
            if (rule.appliesTo(service, fact, environment)) {
                terms = terms.overriddenBy(rule);
            }
        }
        return terms;
    }

    private Terms overriddenBy(Rule rule) {
        return new Terms(
                rule.compare() == null ? compare : rule.compare(),
                normalisation,
                rule.values().isEmpty() ? values : rule.values(),
                rule.severity() == null ? severity : rule.severity(),
                rule.severity() == null ? absent : rule.severity(),
                rule.unknown() == null ? unknown : rule.unknown(),
                rule.waiver() == null ? waiver : rule.waiver());
    }
}
