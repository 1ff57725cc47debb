package dev.parityguard.fact;

import java.util.Locale;

/** How much a finding matters. Declared from worst to least, so that the natural order sorts the worst first. */
public enum Severity {
    /** Behaviour differs in a way that breaks things: {@code enforce} refuses to start. */
    ERROR,
    /** Likely to bite: said aloud, never refuses. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** The name as written in profiles, reports and metrics: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
