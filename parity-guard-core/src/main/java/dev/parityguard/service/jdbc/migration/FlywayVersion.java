package dev.parityguard.service.jdbc.migration;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as Flyway orders it: numbers separated by dots or underscores, where trailing zeros do not count.
 *
 * @param text with dots
 * @param numbers its parts
 */
record FlywayVersion(String text, List<BigInteger> numbers) implements Comparable<FlywayVersion> {
    private static final Pattern FORM = Pattern.compile("[0-9]+(?:[._][0-9]+)*");

    /** Reads a version, or null when the text is none. */
    static @Nullable FlywayVersion parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        String dotted = text.replace('_', '.');
        return new FlywayVersion(
                dotted, Arrays.stream(dotted.split("\\.")).map(BigInteger::new).toList());
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger number(int place) {
        return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
    }
}
