package dev.parityguard.profile;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks a regular expression of a profile, so that it does not first fail when it is used. */
final class RegularExpression {
    private static final int LONGEST = 1_000;

    private RegularExpression() {}

    static void check(Keys keys, String key, String expression) {
        if (expression.length() > LONGEST) {
            throw keys.wrong(key, "a regular expression has at most " + LONGEST + " characters");
        }
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw keys.wrong(
                    key,
                    "this is no regular expression: " + e.getDescription()
                            + (e.getIndex() < 0 ? "" : ", at character " + (e.getIndex() + 1)));
        }
    }
}
