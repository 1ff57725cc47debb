package dev.parityguard.probe;

/** What a probe is given: the time there is, and hooks for its end. Safe for use by several threads. */
public interface ProbeContext {
    /** When the probe is cancelled. */
    Deadline deadline();

    /**
     * Registers what frees a blocked call: closing a socket, cancelling a statement. Run once, on another thread, when
     * the deadline passes before the probe has returned; at once when it has passed already. Must not block for long;
     * exceptions are ignored.
     */
    void onCancel(AutoCloseable hook);
}
