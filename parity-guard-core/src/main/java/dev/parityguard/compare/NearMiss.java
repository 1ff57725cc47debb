package dev.parityguard.compare;

import dev.parityguard.fact.Slips;
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
        return Slips.between(letters(a), letters(b));
    }

    private static String letters(String name) {
        return name.replaceAll("[_.-]", "").toLowerCase(Locale.ROOT);
    }
}
