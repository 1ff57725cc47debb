package dev.parityguard.service.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.service.jdbc.PoolProvider;
import dev.parityguard.target.Target;

class PostgresqlPoolContractTest extends PostgresqlContract {
    private static final int POOL_SIZE = 1;

    /** The pool's provider with the catalogue of the engine that answers. */
    @Override
    protected ProbeProvider provider() {
        return new PoolProvider(new PostgresqlProvider());
    }

    @Override
    Target target(String host, int port, String password, String sslMode) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + host + ":" + port + "/postgres?sslmode=" + sslMode);
        config.setUsername(ROLE);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setAutoCommit(false);
        config.setConnectionTimeout(TIME.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        return Target.of(closeAfterwards(new HikariDataSource(config)));
    }

    @Override
    protected int connectionsOfTheHandle() {
        return POOL_SIZE;
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("HikariPool-") || thread.getName().startsWith("PostgreSQL-JDBC-");
    }
}
