package dev.parityguard.service.mysql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.MysqlServerBuilder;
import dev.parityguard.service.jdbc.PoolProvider;
import dev.parityguard.service.mysql.MysqlLook.Driver;
import dev.parityguard.target.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** A pool of one of the drivers, in front of the product that it comes with. */
abstract class MysqlContract extends ProbeContract {
    private static final int POOL_SIZE = 1;
    private static final String WRONG_PASSWORD = "canary-pw-wrong-71c0";

    private static @Nullable MysqlServer server;

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** The set-up of a server of the product. */
    abstract MysqlServerBuilder builder();

    abstract Driver driver();

    /** The driver's URL, demanding TLS or doing without. */
    abstract String url(String host, int port, boolean tls);

    @Override
    protected ProbeProvider provider() {
        return new PoolProvider(new MysqlProvider());
    }

    @Override
    protected MysqlServer server() {
        if (server == null) {
            server = started(builder());
            // The first login with a driver loads it, which may take longer than the pool waits.
            MysqlLook.at(server, "", driver(), MysqlLook.USER, MysqlLook.PASSWORD);
        }
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return started(builder());
    }

    @Override
    protected Target healthy(String host, int port) {
        return target(url(host, port, false), MysqlLook.PASSWORD);
    }

    /** Nothing more can be taken away from a user that may log in. */
    @Override
    protected Target leastPrivilege(String host, int port) {
        return healthy(host, port);
    }

    @Override
    protected boolean leastPrivilegeSeesAll() {
        return true;
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target(url(host, port, false), WRONG_PASSWORD);
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return target(url(host, port, true), MysqlLook.PASSWORD);
    }

    @Override
    protected Target lackingTls() {
        MysqlServer demanding = closeAfterwards(started(builder().tlsOnly()));
        return target(url(demanding.host(), demanding.port(), false), MysqlLook.PASSWORD);
    }

    @Override
    protected List<String> secrets() {
        return List.of(MysqlLook.PASSWORD, WRONG_PASSWORD);
    }

    @Override
    protected int connectionsOfTheHandle() {
        return POOL_SIZE;
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("HikariPool-")
                || thread.getName().startsWith("mysql-cj-")
                || thread.getName().startsWith("MariaDb-");
    }

    private Target target(String url, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(MysqlLook.USER);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setAutoCommit(false);
        config.setConnectionTimeout(TIME.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        return Target.of(closeAfterwards(new HikariDataSource(config)));
    }

    private static MysqlServer started(MysqlServerBuilder builder) {
        return builder.user(MysqlLook.USER, MysqlLook.PASSWORD).start();
    }
}
