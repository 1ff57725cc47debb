package dev.parityguard.probe;

import java.time.Duration;

/** A point in time after which nobody waits any more. Immutable. */
public final class Deadline {
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** The point in time that lies so far ahead. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How much time is left; zero when it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** How many milliseconds are left, at least 1, for clients that take 0 as "for ever". */
    public int remainingMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining().toMillis()));
    }

    /** Whether it has passed. */
    public boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }
}
