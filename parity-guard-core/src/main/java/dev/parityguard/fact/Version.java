package dev.parityguard.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version as numbers. Packaging suffixes do not count: {@code 15.18 (Debian 15.18-0+deb12u1)} is {@code 15.18}.
 * Immutable.
 *
 * @param numbers at least one number, the most significant first
 */
public record Version(List<Long> numbers) implements Comparable<Version> {
    private static final int MAX_NUMBERS = 6;
    private static final int MAX_DIGITS = 18;

    public Version {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a version needs at least one number");
        }
    }

    /** Reads the first dotted number of the text, or null when there is none or it is negative. Never throws. */
    public static @Nullable Version parse(String text) {
        int at = 0;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("-") && at == 1) {
            return null;
        }
        List<Long> numbers = new ArrayList<>();
        while (at < text.length() && isDigit(text.charAt(at)) && numbers.size() < MAX_NUMBERS) {
            int start = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            if (at - start > MAX_DIGITS) {
                return null;
            }
            numbers.add(Long.parseLong(text, start, at, 10));
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
            } else {
                break;
            }
        }
        return numbers.isEmpty() ? null : new Version(numbers);
    }

    /** The number at that place, counted from 0; what is not written is 0. */
    public long number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0L;
    }

    /** Whether the first {@code places} numbers are the same. */
    public boolean sameUpTo(int places, Version other) {
        for (int i = 0; i < places; i++) {
            if (number(i) != other.number(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Long.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
