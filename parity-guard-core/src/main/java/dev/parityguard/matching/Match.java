package dev.parityguard.matching;

import dev.parityguard.target.Target;

/** Where a service is looked at. */
sealed interface Match {
    /** Through that client. */
    record Through(Client client) implements Match {}

    /** Through something that the configuration names and that is none of the known clients. */
    record Named(Target target) implements Match {}

    /** Not through a client: its URL is known, or no client is known for its kind. */
    record Elsewhere() implements Match {}

    /** Nowhere: the application has no client of its kind. */
    record Nowhere(String reason) implements Match {}

    /** Nobody knows, and the configuration has to say. */
    record Doubtful(String reason) implements Match {}
}
