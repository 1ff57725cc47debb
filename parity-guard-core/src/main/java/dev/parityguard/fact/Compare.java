package dev.parityguard.fact;

import java.util.Locale;

/** How an expected and an actual value are compared, after both were normalised. */
public enum Compare {
    /** Same text. */
    EXACT,
    /** Same first number of the version. */
    MAJOR,
    /** Same first two numbers of the version. */
    MINOR,
    /** The actual version or number is the expected one or higher. */
    AT_LEAST,
    /** The actual version or number lies in an interval such as {@code [16,18)}. */
    RANGE,
    /** The actual value is one of several. */
    ONE_OF,
    /** The actual words (separated by commas or blanks) include every expected one. */
    CONTAINS,
    /** The same words (separated by commas or blanks) in any order. */
    SET,
    /** The actual value matches a regular expression as a whole. */
    PATTERN,
    /** Numbers of the same power of ten. */
    MAGNITUDE,
    /** Not compared. */
    IGNORE;

    /** The name as written in profiles and catalogues: lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
