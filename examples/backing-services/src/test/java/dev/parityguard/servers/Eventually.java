package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what takes a moment. */
final class Eventually {

    private Eventually() {}

    /** Asks until the answer is yes, for half a minute at most. */
    static void isTrue(Callable<Boolean> question) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!question.call()) {
            assertThat(System.nanoTime()).as("not within half a minute").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
