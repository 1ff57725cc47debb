package dev.parityguard.service.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.NoOpMetricsCollector;
import com.rabbitmq.client.SocketConfigurator;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.ProbeContext;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** A connection of its own, bounded by the deadline, that tries once and writes nothing to the log. */
final class FurtherConnection implements AutoCloseable {
    private static final int LONGEST = 600_000;

    private final Connection connection;
    private final Deadline deadline;

    private FurtherConnection(Connection connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    /** What makes connections to the server that a URL names. The client itself would trust any certificate. */
    static ConnectionFactory factory(AmqpUrl url) throws NoSuchAlgorithmException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(url.host());
        factory.setPort(url.port());
        factory.setUsername(url.user());
        factory.setPassword(url.password().reveal());
        factory.setVirtualHost(url.vhost());
        if (url.tls()) {
            factory.useSslProtocol(SSLContext.getDefault());
            factory.enableHostnameVerification();
        }
        return factory;
    }

    /** Opens a connection as the application's factory would, which stays as it is. */
    static FurtherConnection open(ConnectionFactory original, ProbeContext context)
            throws IOException, TimeoutException {
        int millis = Math.min(context.deadline().remainingMillis(), LONGEST);
        ConnectionFactory factory = original.clone();
        factory.useBlockingIo(); // The threads of the other way live on with the factory.
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(millis);
        // Bounds each read of the TLS handshake, and twice the time for each answer after it. A server without TLS may
        // wait
        // for the rest of what it takes for a beginning: that is told before the deadline.
        factory.setHandshakeTimeout(factory.isSSL() ? millis / 5 * 4 : millis * 2);
        factory.setChannelRpcTimeout(millis);
        factory.setShutdownTimeout(millis);
        factory.setMetricsCollector(new NoOpMetricsCollector());
        factory.setExceptionHandler(new ForgivingExceptionHandler() {
            @Override
            protected void log(String message, Throwable failure) {
                // The probe tells it.
            }
        });
        factory.setThreadFactory(work -> {
            Thread thread = new Thread(work, "parity-guard-rabbitmq");
            thread.setDaemon(true);
            return thread;
        });
        SocketConfigurator configurator = original.getSocketConfigurator();
        factory.setSocketConfigurator(socket -> {
            configurator.configure(socket);
            context.onCancel(socket);
        });
        return new FurtherConnection(factory.newConnection("parity-guard"), context.deadline());
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        connection.abort(deadline.remainingMillis());
    }
}
