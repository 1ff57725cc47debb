package dev.parityguard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Tells a person at a terminal that something is still going on. Pipelines are told nothing. */
final class Progress {
    private static final int PATIENCE_MILLIS = 1_000;
    private static final String CLEAR = "\r\u001b[K";

    private Progress() {}

    /** Something that takes time. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    static <T> T whileLooking(CommandSpec spec, Work<T> work) throws IOException {
        if (!CommandLine.Help.Ansi.AUTO.enabled()) {
            return work.done();
        }
        PrintWriter err = spec.commandLine().getErr();
        Thread telling = new Thread(() -> tell(err), "progress");
        telling.setDaemon(true);
        telling.start();
        try {
            return work.done();
        } finally {
            telling.interrupt();
            try {
                telling.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void tell(PrintWriter err) {
        try {
            for (int seconds = 1; ; seconds++) {
                Thread.sleep(PATIENCE_MILLIS);
                err.print(CLEAR + "looking at the services … " + seconds + " s");
                err.flush();
            }
        } catch (InterruptedException e) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
