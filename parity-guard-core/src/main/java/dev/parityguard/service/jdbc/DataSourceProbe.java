package dev.parityguard.service.jdbc;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Borrows one connection of a pool and gives it back as it was. */
final class DataSourceProbe implements Probe {
    private final DataSource dataSource;
    private final List<SqlProvider> engines;

    DataSourceProbe(DataSource dataSource, List<SqlProvider> engines) {
        this.dataSource = dataSource;
        this.engines = engines;
    }

    @Override
    public Observation observe(ProbeContext context) {
        try (Connection connection = dataSource.getConnection()) {
            return context.deadline().passed() ? SqlFailure.timedOut() : observe(connection, context);
        } catch (SQLException e) {
            return SqlFailure.unreachable(e);
        }
    }

    private Observation observe(Connection connection, ProbeContext context) throws SQLException {
        DatabaseMetaData driver = connection.getMetaData();
        for (SqlProvider engine : engines) {
            if (engine.speaks(driver)) {
                try {
                    return FurtherLooks.addedTo(engine.observe(connection, context), connection, context);
                } finally {
                    endTransaction(connection);
                }
            }
        }
        return new NotProbed("no probe for what the driver calls " + driver.getDatabaseProductName());
    }

    /** Where the pool's connections do not commit by themselves, looking has begun a transaction. */
    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
