package dev.parityguard.fact;

import java.util.Locale;

/** What a difference in a fact means. */
public enum FactClass {
    /** Differences cause bugs. */
    BEHAVIOUR,
    /** Differences are scale and are meant to be. */
    CAPACITY,
    /** Made by migrations: one was not applied, or somebody changed it by hand. */
    STRUCTURE,
    /** Whether an object does what its name says. */
    VALIDITY,
    /** Tells one instance from another; never compared for equality. */
    IDENTITY;

    /** The name as written in catalogues and reports: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
