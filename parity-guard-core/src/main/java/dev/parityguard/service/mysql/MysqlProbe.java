package dev.parityguard.service.mysql;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.Instants;
import dev.parityguard.service.jdbc.Query;
import dev.parityguard.service.jdbc.Row;
import dev.parityguard.service.jdbc.SqlFailure;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at a server through an open connection: one statement for its variables, one for its behaviour. */
final class MysqlProbe {
    private static final String LEAST = "SELECT 'version', VERSION(), 'session'";

    private final Connection connection;
    private final ProbeContext context;
    private final List<Unknown> unknowns = new ArrayList<>();

    MysqlProbe(Connection connection, ProbeContext context) {
        this.connection = connection;
        this.context = context;
    }

    Observed observe() throws SQLException {
        // What the driver was told at login: no round trip.
        DatabaseMetaData driver = connection.getMetaData();
        Statements statements = Statements.forServer(driver.getDatabaseProductVersion());
        Variables variables = variables(statements, driver.getDriverName());
        Instants instants = new Instants();
        List<Row> answers = behaviour(statements, variables);
        instants.answered();
        return new Answer(variables, answers, instants).observed(unknowns, context::keyed);
    }

    private Variables variables(Statements statements, String driver) throws SQLException {
        try {
            return new Variables(Query.rows(connection, statements.variables(), context), driver);
        } catch (SQLException refusal) {
            notAsked(refusal, "setting.*", "server_setting.*", "platform", "identity.server");
            return new Variables(Query.rows(connection, LEAST, context), driver);
        }
    }

    private List<Row> behaviour(Statements statements, Variables variables) throws SQLException {
        try {
            return Query.columns(connection, statements.behaviour(variables), context);
        } catch (SQLException refusal) {
            notAsked(refusal, "behaviour.*", "right.*", "time_zone_tables.loaded", "tls", "clock.*");
            return List.of();
        }
    }

    private void notAsked(SQLException refusal, String... facts) throws SQLException {
        if (SqlFailure.isFatal(refusal)) {
            throw refusal;
        }
        for (String fact : facts) {
            unknowns.add(new Unknown(
                    fact, Cause.NOT_SUPPORTED, "the system views of MySQL (SQL state " + refusal.getSQLState() + ")"));
        }
    }
}
