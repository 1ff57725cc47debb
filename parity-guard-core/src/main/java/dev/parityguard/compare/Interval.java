package dev.parityguard.compare;

import dev.parityguard.fact.Version;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An interval of versions or numbers, such as {@code [16,18)}: a bracket includes its end, a parenthesis does not. */
record Interval(
        @Nullable Version from,
        boolean fromIncluded,
        @Nullable Version to,
        boolean toIncluded) {
    private static final Pattern FORM = Pattern.compile("\\s*([\\[(])\\s*([0-9.]*)\\s*,\\s*([0-9.]*)\\s*([\\])])\\s*");

    /**
     * Reads an interval, or null when the text is none.
     *
     * @param normalise brings an end to the unit that the values have
     */
    static @Nullable Interval parse(String text, UnaryOperator<String> normalise) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        Version from = Version.parse(normalise.apply(form.group(2)));
        Version to = Version.parse(normalise.apply(form.group(3)));
        boolean fromMissing = from == null && !form.group(2).isEmpty();
        boolean toMissing = to == null && !form.group(3).isEmpty();
        return fromMissing || toMissing
                ? null
                : new Interval(
                        from, form.group(1).equals("["), to, form.group(4).equals("]"));
    }

    boolean contains(Version version) {
        int low = from == null ? 1 : version.compareTo(from);
        int high = to == null ? -1 : version.compareTo(to);
        return (fromIncluded ? low >= 0 : low > 0) && (toIncluded ? high <= 0 : high < 0);
    }
}
