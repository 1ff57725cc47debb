package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Interval;
import dev.parityguard.fact.Normalisation;
import dev.parityguard.fact.Version;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an actual value with the expected ones. */
final class ValueComparison {
    private ValueComparison() {}

    /** Agrees when the actual value agrees with any of the expected ones. */
    static Verdict compare(Compare how, Normalisation normalisation, List<String> expected, String actual) {
        if (how != Compare.RANGE && how != Compare.PATTERN && expected.contains(actual)) {
            return Verdict.AGREES;
        }
        Verdict verdict = Verdict.DIFFERS;
        for (String one : expected) {
            Verdict here = compareOne(how, normalisation, one, actual);
            if (here == Verdict.AGREES) {
                return here;
            }
            if (here == Verdict.UNREADABLE) {
                verdict = here;
            }
        }
        return verdict;
    }

    private static Verdict compareOne(Compare how, Normalisation normalisation, String expected, String actual) {
        return switch (how) {
            case IGNORE -> Verdict.AGREES;
            case EXACT, ONE_OF ->
                verdict(Normaliser.normalise(normalisation, expected)
                        .equals(Normaliser.normalise(normalisation, actual)));
            case SET -> verdict(words(normalisation, expected).equals(words(normalisation, actual)));
            case CONTAINS -> verdict(words(normalisation, actual).containsAll(words(normalisation, expected)));
            case PATTERN -> BoundedPattern.matches(expected, actual);
            case MAJOR -> versions(expected, actual, (e, a) -> e.sameUpTo(1, a));
            case MINOR -> versions(expected, actual, (e, a) -> e.sameUpTo(2, a));
            case AT_LEAST ->
                versions(
                        Normaliser.normalise(normalisation, expected),
                        Normaliser.normalise(normalisation, actual),
                        (e, a) -> a.compareTo(e) >= 0);
            case RANGE -> range(normalisation, expected, actual);
            case MAGNITUDE ->
                versions(
                        Normaliser.normalise(normalisation, expected),
                        Normaliser.normalise(normalisation, actual),
                        ValueComparison::sameMagnitude);
        };
    }

    private static Verdict range(Normalisation normalisation, String expected, String actual) {
        Interval interval = Interval.parse(expected, end -> Normaliser.normalise(normalisation, end));
        Version version = Version.parse(Normaliser.normalise(normalisation, actual));
        return interval == null || version == null ? Verdict.UNREADABLE : verdict(interval.contains(version));
    }

    private static Set<String> words(Normalisation normalisation, String text) {
        String normalised = Normaliser.normalise(normalisation, text);
        return normalisation == Normalisation.LETTERS ? Normaliser.letters(normalised) : Normaliser.words(normalised);
    }

    private static Verdict versions(String expected, String actual, Relation relation) {
        @Nullable Version e = Version.parse(expected);
        @Nullable Version a = Version.parse(actual);
        return e == null || a == null ? Verdict.UNREADABLE : verdict(relation.holds(e, a));
    }

    private static boolean sameMagnitude(Version expected, Version actual) {
        return String.valueOf(expected.number(0)).length()
                == String.valueOf(actual.number(0)).length();
    }

    private static Verdict verdict(boolean agrees) {
        return agrees ? Verdict.AGREES : Verdict.DIFFERS;
    }

    @FunctionalInterface
    private interface Relation {
        boolean holds(Version expected, Version actual);
    }
}
