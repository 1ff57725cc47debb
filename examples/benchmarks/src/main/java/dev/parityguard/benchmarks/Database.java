package dev.parityguard.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL through a pool. */
record Database(HikariDataSource pool) implements Client {

    static Database open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        return new Database(new HikariDataSource(config));
    }

    @Override
    public void ask() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @Override
    public Target target() {
        return Target.of(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
