package dev.parityguard.spring;

/** Where a service is looked at. */
sealed interface Match {
    /** Through that bean. */
    record Through(String bean) implements Match {}

    /** Not through a bean: there is none for it, or its URL is known. */
    record Elsewhere() implements Match {}

    /** Nobody knows, and the configuration has to say. */
    record Wrong(String reason) implements Match {}
}
