package dev.parityguard.service.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Frees a thread that waits for a statement: asks the server to cancel it, so that nothing runs on there, and then
 * closes the connection.
 */
final class StatementCancellation {
    private static final long CANCEL_MILLIS = 250;

    private final Connection connection;
    private final Statement statement;
    private boolean ended;

    StatementCancellation(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** The statement has returned: from now on there is nothing to cancel. Waits for a cancellation under way. */
    synchronized void ended() {
        ended = true;
    }

    /** Does nothing when the statement has ended. */
    synchronized void cancel() throws SQLException, InterruptedException {
        if (!ended) {
            askServer();
            connection.abort(Runnable::run);
        }
    }

    /** On a thread of its own: to cancel, a driver opens a connection, which may take its time. */
    private void askServer() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        statement.cancel();
                    } catch (SQLException notCancelled) {
                        // The connection is closed in any case.
                    } finally {
                        done.countDown();
                    }
                },
                "parity-guard-cancel-statement");
        thread.setDaemon(true);
        thread.start();
        done.await(CANCEL_MILLIS, TimeUnit.MILLISECONDS);
    }
}
