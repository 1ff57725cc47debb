package dev.parityguard.servers;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** What concerns all servers of this JVM. */
public final class Servers {

    private static volatile Consumer<String> progress = line -> {};

    private Servers() {}

    /**
     * Tells the listener a line when a server begins to start, {@code starting PostgreSQL 16.15}, and one when it is
     * ready, {@code PostgreSQL 16.15 started in 1.9 s}. Nothing is told unless asked for.
     */
    public static void progress(Consumer<String> listener) {
        progress = listener;
    }

    static void starting(String what) {
        progress.accept("starting " + what);
    }

    static void started(String what, Duration time) {
        progress.accept(String.format(Locale.ROOT, "%s started in %.1f s", what, time.toMillis() / 1000.0));
    }
}
