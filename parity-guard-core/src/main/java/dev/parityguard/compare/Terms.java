package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Normalisation;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one fact is judged here: its description, overridden by every rule that applies, the last one deciding.
 *
 * @param excluded whether a rule takes the fact out of every judgement, also that of its sound value
 * @param values what to expect in place of the captured value; empty means the captured one
 * @param severity how much another value matters
 * @param absent how much it matters that the fact does not exist
 * @param unsound how much an unsound value matters
 * @param unknown how much it matters that the fact could not be looked at
 */
record Terms(
        Compare compare,
        boolean excluded,
        Normalisation normalisation,
        List<String> values,
        Severity severity,
        Severity absent,
        Severity unsound,
        Severity unknown,
        Rule.@Nullable Waiver waiver) {

    static Terms described(FactDescription description, Severity unknown) {
        return new Terms(
                description.compare(),
                false,
                description.normalisation(),
                List.of(),
                description.severity(),
                description.absent(),
                description.soundSeverity(),
                unknown,
                null);
    }

    static Terms undescribed(Severity severity, Severity unknown) {
        return new Terms(
                Compare.EXACT, false, Normalisation.NONE, List.of(), severity, severity, severity, unknown, null);
    }

    Terms overriddenBy(Rule rule) {
        boolean stated = compare == Compare.IGNORE && !rule.values().isEmpty();
        Compare otherwise = stated ? Compare.EXACT : compare;
        return new Terms(
                rule.compare() == null ? otherwise : rule.compare(),
                rule.compare() == null ? excluded : rule.compare() == Compare.IGNORE,
                normalisation,
                rule.values().isEmpty() ? values : rule.values(),
                rule.severity() == null ? severity : rule.severity(),
                rule.severity() == null ? absent : rule.severity(),
                rule.severity() == null ? unsound : rule.severity(),
                rule.unknown() == null ? unknown : rule.unknown(),
                rule.waiver() == null ? waiver : rule.waiver());
    }
}
