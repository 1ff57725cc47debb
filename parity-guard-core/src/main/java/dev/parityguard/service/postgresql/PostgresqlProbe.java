package dev.parityguard.service.postgresql;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.Instants;
import dev.parityguard.service.jdbc.Query;
import dev.parityguard.service.jdbc.Row;
import dev.parityguard.service.jdbc.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a server through an open connection: one statement, unless the server refuses a part of it, and one more for
 * the schema and the shape of data each, where that is asked for.
 */
final class PostgresqlProbe {
    private static final String LEAST = "SELECT 'version_text', version(), NULL";
    private static final String NOT_PERMITTED = "42501";

    private final Connection connection;
    private final ProbeContext context;

    PostgresqlProbe(Connection connection, ProbeContext context) {
        this.connection = connection;
        this.context = context;
    }

    Observed observe() throws SQLException {
        Observed seen = ordinary();
        if (context.asksFor(Schema.FINGERPRINTS)) {
            seen = new Schema(connection, context).addedTo(seen);
        }
        boolean shape = context.property(DataShape.TABLES) != null || context.asksFor(DataShape.FACTS);
        return shape ? new DataShape(connection, context).addedTo(seen) : seen;
    }

    private Observed ordinary() throws SQLException {
        // What the driver was told at login: no round trip.
        int major = connection.getMetaData().getDatabaseMajorVersion();
        String serverVersion = connection.getMetaData().getDatabaseProductVersion();
        List<Section> all = Section.of(major);
        List<Section> withoutIdentity = Section.withoutIdentity(major);
        SQLException refusal = null;
        for (List<Section> sections : List.of(all, withoutIdentity, List.<Section>of())) {
            if (refusal != null) {
                startAnew();
            }
            String sql = sections.isEmpty() ? LEAST : Section.statement(sections);
            Instants instants = new Instants();
            try {
                List<Row> rows = Query.rows(connection, sql, context);
                instants.answered();
                return new Answer(rows, serverVersion, BackendPid.of(connection), connection.isReadOnly(), instants)
                        .observed(notAsked(all, sections, refusal), context::keyed);
            } catch (SQLException e) {
                if (SqlFailure.isFatal(e) || sections.isEmpty()) {
                    throw e;
                }
                refusal = e;
            }
        }
        throw new IllegalStateException("the last attempt returns or throws");
    }

    /** After an error PostgreSQL refuses everything until the transaction ends. */
    private void startAnew() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private static List<Unknown> notAsked(List<Section> all, List<Section> asked, @Nullable SQLException refusal) {
        List<Unknown> unknowns = new ArrayList<>();
        if (refusal != null) {
            boolean rights = NOT_PERMITTED.equals(refusal.getSQLState());
            String missing = (rights ? "read access to the system catalogs" : "the system catalogs of PostgreSQL")
                    + " (SQL state " + refusal.getSQLState() + ")";
            for (Section section : all) {
                if (!asked.contains(section)) {
                    section.facts()
                            .forEach(fact -> unknowns.add(
                                    new Unknown(fact, rights ? Cause.NOT_PERMITTED : Cause.NOT_SUPPORTED, missing)));
                }
            }
        }
        return unknowns;
    }
}
