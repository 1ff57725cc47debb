package dev.parityguard.service.postgresql;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.FurtherLooks;
import dev.parityguard.service.jdbc.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection of its own, looks, and closes it. */
final class UrlProbe implements Probe {
    private final PostgresqlUrl url;

    UrlProbe(PostgresqlUrl url) {
        this.url = url;
    }

    @Override
    public Observation observe(ProbeContext context) {
        try (Connection connection = Login.open(url, context)) {
            return FurtherLooks.addedTo(new PostgresqlProbe(connection, context).observe(), connection, context);
        } catch (SQLException e) {
            return SqlFailure.unreachable(e);
        }
    }
}
