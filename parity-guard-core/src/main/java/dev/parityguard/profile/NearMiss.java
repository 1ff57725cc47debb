package dev.parityguard.profile;

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
        int[][] steps = new int[word.length() + 1][candidate.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= candidate.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                boolean same = word.charAt(i - 1) == candidate.charAt(j - 1);
                steps[i][j] =
                        Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && word.charAt(i - 1) == candidate.charAt(j - 2)
                        && word.charAt(i - 2) == candidate.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[word.length()][candidate.length()];
    }
}
