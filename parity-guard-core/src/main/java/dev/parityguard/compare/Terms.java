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
        Severity unknown = unknown(profile, environment);
        Terms start = description == null
                ? undescribed(Severity.WARNING, unknown)
                : new Terms(
                        description.compare(),
                        description.normalisation(),
                        List.of(),
                        description.severity(),
                        description.absent(),
                        unknown,
                        null);
        return start.overridden(profile, environment, service, fact);
    }

    /** The terms for a variable whose problem matters that much unless a rule says otherwise. */
    static Terms ofVariable(Profile profile, @Nullable String environment, String name, Severity severity) {
        return undescribed(severity, unknown(profile, environment))
                .overridden(profile, environment, FindingWriter.ENVIRONMENT, name);
    }

    private static Terms undescribed(Severity severity, Severity unknown) {
        return new Terms(Compare.EXACT, Normalisation.NONE, List.of(), severity, severity, unknown, null);
    }

    private static Severity unknown(@Nullable Profile profile, @Nullable String environment) {
        EnvironmentPolicy policy = profile == null ? null : profile.policy(environment);
        return policy == null || policy.unknown() == null ? Severity.WARNING : policy.unknown();
    }

    private Terms overridden(@Nullable Profile profile, @Nullable String environment, String service, String fact) {
        Terms terms = this;
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
