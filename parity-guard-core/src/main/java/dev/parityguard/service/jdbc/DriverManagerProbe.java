package dev.parityguard.service.jdbc;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens a connection with whatever driver on the class path takes the URL, looks, and closes it. */
final class DriverManagerProbe implements Probe {
    private static final String NO_SUITABLE_DRIVER = "08001";

    private final SqlProvider engine;
    private final String url;

    DriverManagerProbe(SqlProvider engine, String url) {
        this.engine = engine;
        this.url = url;
    }

    @Override
    public Observation observe(ProbeContext context) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            return NO_SUITABLE_DRIVER.equals(e.getSQLState())
                    ? new NotProbed("no JDBC driver for " + engine.accepted() + " is on the class path")
                    : SqlFailure.unreachable(e);
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            return context.deadline().passed()
                    ? SqlFailure.timedOut()
                    : FurtherLooks.addedTo(engine.observe(connection, context), connection, context);
        } catch (SQLException e) {
            return SqlFailure.unreachable(e);
        }
    }
}
