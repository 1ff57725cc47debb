package dev.parityguard.fact;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval of versions or numbers, such as {@code [16,18)}: a bracket includes its end, a parenthesis does not.
 * Immutable.
 *
 * @param from the lower end, or null where there is none
 * @param fromIncluded whether the lower end belongs to it
 * @param to the upper end, or null where there is none
 * @param toIncluded whether the upper end belongs to it
 */
public record Interval(
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
    public static @Nullable Interval parse(String text, UnaryOperator<String> normalise) {
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

    /** Whether the ends are the wrong way round, so that it can hold nothing. */
    public boolean isReversed() {
        return from != null && to != null && from.compareTo(to) > 0;
    }

    /** Whether the version lies in it. */
    public boolean contains(Version version) {
        int low = from == null ? 1 : version.compareTo(from);
        int high = to == null ? -1 : version.compareTo(to);
        return (fromIncluded ? low >= 0 : low > 0) && (toIncluded ? high <= 0 : high < 0);
    }
}
