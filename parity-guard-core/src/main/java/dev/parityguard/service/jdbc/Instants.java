package dev.parityguard.service.jdbc;

import java.time.Instant;

/** When a question was asked and answered by this machine's clock. Not safe for use by several threads. */
public final class Instants {
    /** Clocks further apart than this are told. */
    private static final double TOLERATED_SECONDS = 2;

    private final double asked = now();
    private double answered = asked;

    /** The answer has come. */
    public void answered() {
        answered = now();
    }

    /** Whether the server's clock, read at some time in between, agrees with this machine's. */
    public boolean agreeWith(double serverSeconds) {
        return serverSeconds > asked - TOLERATED_SECONDS && serverSeconds < answered + TOLERATED_SECONDS;
    }

    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }
}
