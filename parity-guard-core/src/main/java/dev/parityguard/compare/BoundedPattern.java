package dev.parityguard.compare;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches regular expressions that people wrote against texts that anybody may have written, in bounded time. */
final class BoundedPattern {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_STEPS = 1_000_000;

    private BoundedPattern() {}

    /** Whether the whole text matches; unreadable when the pattern is none or would take too long. */
    static Verdict matches(String pattern, String text) {
        if (text.length() > MAX_LENGTH) {
            return Verdict.UNREADABLE;
        }
        try {
            boolean matches = Pattern.compile(pattern)
                    .matcher(new CountedText(text, new AtomicInteger(MAX_STEPS)))
                    .matches();
            return matches ? Verdict.AGREES : Verdict.DIFFERS;
        } catch (PatternSyntaxException | StackOverflowError | TooManyStepsException e) {
            return Verdict.UNREADABLE;
        }
    }

    /** Every step of the engine reads a character: counting the reads bounds back-tracking. */
    private record CountedText(String text, AtomicInteger stepsLeft) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (stepsLeft.getAndDecrement() <= 0) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.substring(start, end), stepsLeft);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }
}
