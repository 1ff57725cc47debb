package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PgBouncer that pools by transactions in front of a {@link PostgresServer}. There is no Maven artifact of it:
 * the operating system's package is used, or the program that the system property {@code parityguard.pgbouncer} names.
 */
public final class PgBouncer implements AutoCloseable {
    private static final String INSTALLED = "/usr/sbin/pgbouncer";

    private final int port;
    private final ServerProcess process;

    private PgBouncer(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it accepts connections.
     *
     * @throws ServerStartException if it does not; the message ends with what it wrote
     */
    public static PgBouncer inFrontOf(PostgresServer server) {
        long begin = System.nanoTime();
        Servers.starting("PgBouncer");
        PgBouncer pooler = Loopback.onFreePort(port -> start(server, port));
        Servers.started("PgBouncer", Duration.ofNanos(System.nanoTime() - begin));
        return pooler;
    }

    private static PgBouncer start(PostgresServer server, int port) throws IOException, InterruptedException {
        Path directory = Directories.temporary("pgbouncer");
        Path configuration = directory.resolve("pgbouncer.ini");
        Files.write(
                configuration,
                List.of(
                        "[databases]",
                        "* = host=" + server.host() + " port=" + server.port() + " user=" + PostgresServer.SUPERUSER,
                        "[pgbouncer]",
                        "listen_addr = " + server.host(),
                        "listen_port = " + port,
                        "unix_socket_dir =",
                        "auth_type = any",
                        "pool_mode = transaction",
                        // What pgjdbc sends at its start.
                        "ignore_startup_parameters = extra_float_digits"));
        ServerUser user = ServerUser.current();
        user.own(directory);
        List<String> command = new ArrayList<>(user.prefix());
        command.add(System.getProperty("parityguard.pgbouncer", INSTALLED));
        command.add(configuration.toString());
        ServerProcess process = ServerProcess.start("PgBouncer", "TERM", directory, Map.of(), command);
        try {
            process.await(() -> Loopback.accepts(port));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new PgBouncer(port, process);
    }

    /** A JDBC URL for a client that prepares no statements on the server, as this pooling asks for. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + PostgresServer.SUPERUSER
                + "&prepareThreshold=0";
    }

    /** Stops it and deletes its files. Does nothing the second time. */
    @Override
    public void close() {
        process.close();
    }
}
