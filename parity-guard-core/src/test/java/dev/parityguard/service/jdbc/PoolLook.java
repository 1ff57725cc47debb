package dev.parityguard.service.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A look through a pool of the application's, at whatever engine its URL leads to. */
public final class PoolLook implements AutoCloseable {
    private static final Duration TIME = Duration.ofSeconds(30);

    private final HikariDataSource pool;

    private PoolLook(HikariDataSource pool) {
        this.pool = pool;
    }

    /** One look through a pool that is closed afterwards. */
    public static Observed at(String jdbcUrl) {
        try (PoolLook look = through(jdbcUrl, "", "")) {
            return look.observed();
        }
    }

    /** A pool with one connection, which does not commit by itself. */
    public static PoolLook through(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        return new PoolLook(new HikariDataSource(config));
    }

    /** What is seen now. */
    public Observed observed() {
        try {
            Observation observation = ProbeTrial.run(new DataSourceProvider().probe(Target.of(pool)), TIME)
                    .observation();
            return (Observed) observation;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Runs statements as the application would. */
    public PoolLook execute(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            return this;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
