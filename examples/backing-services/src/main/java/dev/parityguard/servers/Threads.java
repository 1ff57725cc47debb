package dev.parityguard.servers;

import java.io.IOException;

/** Threads that end when their socket is closed and keep no JVM alive. */
final class Threads {

    private Threads() {}

    static Thread start(String name, SocketTask task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        // The ordinary end.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Works on a socket until that is closed. */
    interface SocketTask {
        void run() throws IOException, InterruptedException;
    }
}
