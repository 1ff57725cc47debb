package dev.parityguard.compare;

/** What comparing two values gives. */
enum Verdict {
    AGREES,
    DIFFERS,
    /** The actual value cannot be read as what the comparison needs, for example as a version. */
    UNREADABLE
}
