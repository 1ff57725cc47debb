package dev.parityguard.service.jdbc;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.migration.MigrationHistory;
import java.sql.Connection;
import java.sql.SQLException;

/** What is looked at beside the engine itself, on the same connection. Loads nothing that is not asked for. */
public final class FurtherLooks {
    private FurtherLooks() {}

    /**
     * Adds to what was seen of an engine what else is asked for.
     *
     * @throws SQLException when the connection breaks
     */
    public static Observation addedTo(Observation seen, Connection connection, ProbeContext context)
            throws SQLException {
        return context.asksFor("migration.*") ? MigrationHistory.addedTo(seen, connection, context) : seen;
    }
}
