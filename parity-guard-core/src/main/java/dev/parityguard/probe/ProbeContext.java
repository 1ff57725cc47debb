package dev.parityguard.probe;

import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What a probe is given: the time there is, hooks for its end, and what is asked for. Safe for use by several threads.
 */
public interface ProbeContext {
    /** When the probe is cancelled. */
    Deadline deadline();

    /**
     * Registers what frees a blocked call: closing a socket, cancelling a statement. Run once, on another thread, when
     * the deadline passes before the probe has returned; at once when it has passed already. Must not block for long;
     * exceptions are ignored.
     */
    void onCancel(AutoCloseable hook);

    /**
     * Keeps what has been seen so far, before something that may take too long: should the deadline pass, it is what was
     * seen. A later call replaces it.
     *
     * @param seen with an unknown for each fact that is still to come
     */
    default void soFar(Observation seen) {}

    /**
     * Whether facts are asked for that are not always told, because they cost more: a family such as {@code
     * schema.fingerprint.*}.
     */
    default boolean asksFor(String family) {
        return false;
    }

    /**
     * Whether whoever asks knows already what stands behind a summary of that value, as with an entity tag of HTTP. What
     * is known need not be told again.
     *
     * @param summary the name of a fact that summarises others
     * @param value what it is here
     */
    default boolean knows(String summary, String value) {
        return false;
    }

    /**
     * A hash under the run's key, for what tells one instance from another: it stands in the place of the identifier in
     * every {@code identity.*} fact, so that nobody can tell from a profile which server it was captured from.
     */
    default String keyed(String identifier) {
        return Fingerprint.of(identifier);
    }

    /** The value of a property of the target, such as {@code schemas}, or null. */
    default @Nullable String property(String name) {
        return null;
    }
}
