package dev.parityguard.profile;

import dev.parityguard.fact.Slips;
import java.util.Collection;
import java.util.Locale;

/** Finds what was probably meant by a word that is not known. */
final class NearMiss {
    private static final int LONGEST = 40;

    private NearMiss() {}

    /** {@code  Did you mean `compare`?} with a blank before it, or nothing when no candidate is near. */
    static String hint(String word, Collection<String> candidates) {
        String best = "";
        int least = Math.max(1, Math.min(3, word.length() / 3)) + 1;
        if (word.length() <= LONGEST) {
            for (String candidate : candidates) {
                int distance = distance(plain(word), plain(candidate));
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return best.isEmpty() ? "" : " Did you mean `" + best + "`?";
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** How many letters must be changed, added, removed or swapped with their neighbour; 0 for a beginning of the other. */
    private static int distance(String word, String candidate) {
        if (word.length() >= 3 && candidate.startsWith(word)) {
            return 0;
        }
        return Slips.between(word, candidate);
    }
}
