package dev.parityguard.spring;

/** Where a service is looked at. */
sealed interface Match {
    /** Through that bean. */
    record Through(String bean) implements Match {}

    /** Not through a bean: its URL is known, or no kind of bean is known for it. */
    record Elsewhere() implements Match {}

    /** Nowhere: the application has no bean of its kind. */
    record Nowhere(String reason) implements Match {}

    /** Nobody knows, and the configuration has to say. */
    record Wrong(String reason) implements Match {}
}
