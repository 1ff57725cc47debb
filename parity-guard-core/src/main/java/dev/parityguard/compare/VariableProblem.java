package dev.parityguard.compare;

import dev.parityguard.fact.Severity;

/**
 * One way in which a variable is not as its contract demands. Its texts never hold a part of the value.
 *
 * @param actual what is; it continues "set, but it" or "not set, and the default"
 * @param why what breaks
 * @param fix what to do
 */
record VariableProblem(Cause cause, Severity severity, String actual, String why, String fix) {

    /** Declared from worst to least, so that the natural order sorts the worst first. */
    enum Cause {
        FORBIDDEN("forbidden"),
        MISSING("missing"),
        EMPTY("empty"),
        UNRESOLVED("unresolved reference"),
        PLACEHOLDER("placeholder secret"),
        TYPE("type"),
        SCHEME("scheme"),
        RANGE("out of range"),
        TOO_SHORT("too short"),
        LOCALHOST("localhost"),
        QUOTES("quotes"),
        WHITE_SPACE("white space"),
        /** It could not be judged. */
        UNDECIDED("unreadable answer");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static VariableProblem error(Cause cause, String actual, String why, String fix) {
        return new VariableProblem(cause, Severity.ERROR, actual, why, fix);
    }

    static VariableProblem warning(Cause cause, String actual, String why, String fix) {
        return new VariableProblem(cause, Severity.WARNING, actual, why, fix);
    }

    static VariableProblem undecided(String why, String fix) {
        return warning(Cause.UNDECIDED, "could not be judged", why, fix);
    }
}
