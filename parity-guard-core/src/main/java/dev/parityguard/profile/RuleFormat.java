package dev.parityguard.profile;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Interval;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the keys of a rule mean. */
final class RuleFormat {
    private RuleFormat() {}

    static Rule read(Place place) {
        Keys keys = place.keys(
                "a rule", "fact", "in", "compare", "value", "severity", "unknown", "waive", "owner", "until");
        Place comparing = keys.get("compare");
        Compare compare = comparing == null ? null : comparing.word("compare", Words.COMPARE);
        Place value = keys.get("value");
        List<String> values = value == null ? List.of() : value.oneOrMore();
        checkValues(keys, compare, values);
        if (compare == null && value == null && !keys.has("severity") && !keys.has("unknown") && !keys.has("waive")) {
            throw place.wrong("the rule says nothing; give it one of compare, value, severity, unknown, waive");
        }
        return new Rule(
                fact(keys.demand("fact")),
                keys.environments("in"),
                compare,
                values,
                keys.severity("severity"),
                keys.severity("unknown"),
                waiver(keys));
    }

    private static String fact(Place place) {
        String fact = place.text();
        if (fact.indexOf('/') < 0 && fact.indexOf('*') < 0) {
            throw place.wrong("a rule names service/fact, such as orders-db/version or */version");
        }
        return fact;
    }

    private static void checkValues(Keys keys, @Nullable Compare compare, List<String> values) {
        if (compare != Compare.RANGE && compare != Compare.PATTERN) {
            return;
        }
        if (values.isEmpty()) {
            throw keys.wrong("compare", "`" + compare.id() + "` needs a `value`");
        }
        for (String value : values) {
            if (compare == Compare.RANGE && !isRange(value)) {
                throw keys.wrong("value", "`" + Source.quotable(value) + "` is no range; write it as [16,18) or [2,)");
            }
            if (compare == Compare.PATTERN) {
                RegularExpression.check(keys, "value", value);
            }
        }
    }

    private static boolean isRange(String text) {
        Interval range = Interval.parse(text, UnaryOperator.identity());
        return range != null && !range.isReversed();
    }

    private static Rule.@Nullable Waiver waiver(Keys keys) {
        if (!keys.has("waive")) {
            for (String key : List.of("owner", "until")) {
                if (keys.has(key)) {
                    throw keys.wrong(key, "`" + key + "` belongs to a waiver; give the reason as `waive`");
                }
            }
            return null;
        }
        for (String key : List.of("owner", "until")) {
            if (!keys.has(key)) {
                throw keys.wrong(
                        "waive",
                        "a waiver needs `" + key + "`: who accepts it (owner) and the last day on"
                                + " which it holds (until)");
            }
        }
        return new Rule.Waiver(keys.demand("waive").text(), keys.demand("owner").text(), date(keys.demand("until")));
    }

    private static LocalDate date(Place place) {
        String text = place.text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw place.wrong("`" + Source.quotable(text) + "` is no date; write it as 2027-01-31");
        }
    }
}
