package dev.parityguard.service.postgresql;

import dev.parityguard.probe.ProbeContract;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The servers and roles that both ways to PostgreSQL are tried on. */
abstract class PostgresqlContract extends ProbeContract {
    static final String PASSWORD = "canary-pw-1f7a";
    static final String WRONG_PASSWORD = "canary-pw-wrong-9c2e";
    static final String ROLE = "app";

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The target with these credentials, as a URL or as a pool. */
    abstract Target target(String host, int port, String password, String sslMode);

    @Override
    protected PostgresServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return started();
    }

    @Override
    protected Target healthy(String host, int port) {
        return target(host, port, PASSWORD, "disable");
    }

    /** A plain role: nothing more can be taken away from a user of PostgreSQL that may log in. */
    @Override
    protected Target leastPrivilege(String host, int port) {
        return healthy(host, port);
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target(host, port, WRONG_PASSWORD, "disable");
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return target(host, port, PASSWORD, "require");
    }

    @Override
    protected Target lackingTls() {
        PostgresServer demanding =
                closeAfterwards(PostgresServer.version("16").tlsOnly().start());
        demanding.createRole(ROLE, PASSWORD);
        return target(demanding.host(), demanding.port(), PASSWORD, "disable");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD, WRONG_PASSWORD);
    }

    private static PostgresServer started() {
        PostgresServer started = PostgresServer.version("16").requirePassword().start();
        started.createRole(ROLE, PASSWORD);
        return started;
    }
}
