package dev.parityguard.service.jdbc;

import dev.parityguard.fact.Facts;
import dev.parityguard.probe.ProbeContext;
import java.sql.Connection;
import java.sql.SQLException;

/** What becomes of names in statements, read back from the columns of an answer. */
final class Names {
    private static final String LONG = "x".repeat(300);

    private Names() {}

    static void ask(Connection connection, ProbeContext context, Facts.Builder facts) throws SQLException {
        facts.put("behaviour.identifier_case", label("Abc", connection, context));
        try {
            facts.put(
                    "behaviour.identifier_length",
                    label(LONG, connection, context).length());
        } catch (SQLException e) {
            if (connection.isClosed() || context.deadline().passed()) {
                throw e;
            }
            facts.put("behaviour.identifier_length", "refused");
        }
    }

    private static String label(String name, Connection connection, ProbeContext context) throws SQLException {
        String sql = "SELECT 1 AS " + name + " FROM (VALUES (1)) AS t";
        return Query.read(
                connection, sql, context, answer -> answer.getMetaData().getColumnLabel(1));
    }
}
