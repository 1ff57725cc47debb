package dev.parityguard.compare;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody may have meant. */
final class NearMiss {
    private static final int MAX_LENGTH = 100;

    private NearMiss() {}

    /** The closest of the names, or null when none is close. */
    static @Nullable String of(String wanted, Collection<String> names) {
        return names.stream()
                .filter(name -> !name.equals(wanted) && distance(wanted, name) <= allowed(wanted))
                .min(Comparator.<String>comparingInt(name -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static int allowed(String wanted) {
        return wanted.length() < 5 ? 0 : wanted.length() < 8 ? 1 : 2;
    }

    /** Typing slips between two names; case, underscores, hyphens and dots do not count. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8 || Math.max(a.length(), b.length()) > MAX_LENGTH) {
            return Integer.MAX_VALUE;
        }
        return slips(letters(a), letters(b));
    }

    private static String letters(String name) {
        return name.replaceAll("[_.-]", "").toLowerCase(Locale.ROOT);
    }

    /** Damerau and Levenshtein's distance: a letter more, less, other, or two swapped are one slip. */
    private static int slips(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(slips[i - 1][j - 1] + other, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                slips[i][j] = swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
            }
        }
        return slips[a.length()][b.length()];
    }
}
