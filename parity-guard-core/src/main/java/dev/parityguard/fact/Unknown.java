package dev.parityguard.fact;

/**
 * Something that could not be looked at. Immutable.
 *
 * @param fact the name of the fact, or a pattern such as {@code setting.*} for a family of facts
 * @param cause what stood in the way
 * @param missing what would have been needed, in the server's own words: the privilege, the command, the host
 */
public record Unknown(String fact, Cause cause, String missing) {

    /** What stands in the way of looking. */
    public enum Cause {
        NOT_PERMITTED("not permitted"),
        NOT_SUPPORTED("not supported"),
        UNREACHABLE("unreachable"),
        TIMED_OUT("timed out"),
        UNREADABLE("unreadable answer"),
        /** It was read, and is of another sort than what is expected: a capture replaces what was expected. */
        NOT_COMPARABLE("not comparable");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** The cause as a person reads it. */
        public String words() {
            return words;
        }
    }

    /** Whether this unknown stands for the fact of that name. */
    public boolean covers(String name) {
        return fact.endsWith("*") ? name.startsWith(fact.substring(0, fact.length() - 1)) : fact.equals(name);
    }
}
