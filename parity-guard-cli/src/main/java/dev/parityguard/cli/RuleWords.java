package dev.parityguard.cli;

import dev.parityguard.profile.Rule;
import java.util.StringJoiner;

/** A rule as a person reads it. */
final class RuleWords {
    private RuleWords() {}

    static String of(Rule rule) {
        StringJoiner words = new StringJoiner(", ");
        if (rule.compare() != null) {
            words.add("compare " + rule.compare().id());
        }
        if (!rule.values().isEmpty()) {
            words.add("value " + String.join(" or ", rule.values()));
        }
        if (rule.severity() != null) {
            words.add("severity " + rule.severity().id());
        }
        if (rule.unknown() != null) {
            words.add("unknown " + rule.unknown().id());
        }
        Rule.Waiver waiver = rule.waiver();
        if (waiver != null) {
            words.add("waived until " + waiver.until() + " by " + waiver.owner() + ": " + waiver.reason());
        }
        return rule.fact() + (rule.in().isEmpty() ? "" : " in " + String.join(", ", rule.in())) + ": " + words;
    }
}
