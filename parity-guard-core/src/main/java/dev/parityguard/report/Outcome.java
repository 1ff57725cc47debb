package dev.parityguard.report;

import java.util.Locale;

/** What a finding says. Facts that agree are counted, not listed. */
public enum Outcome {
    /** Expected and actual differ, or the actual value is unsound. */
    MISMATCH,
    /** It could not be looked at. */
    UNKNOWN,
    /** It is told, not judged: for example facts that the profile does not have yet. */
    NOTE;

    /** The name as written in reports and metrics: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
