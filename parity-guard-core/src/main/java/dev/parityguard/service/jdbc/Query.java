package dev.parityguard.service.jdbc;

import dev.parityguard.probe.ProbeContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One statement in one round trip, cancelled at the deadline. */
public final class Query {
    private Query() {}

    /**
     * Runs a statement that gives columns {@code name}, {@code value} and {@code source}.
     *
     * @throws SQLException as the driver does, also when the deadline cut it short: the connection is then closed, since
     *     a cancellation that arrives late would hit whatever runs on it next
     */
    public static List<Row> rows(Connection connection, String sql, ProbeContext context) throws SQLException {
        return read(connection, sql, context, answer -> {
            List<Row> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(new Row(answer.getString(1), answer.getString(2), answer.getString(3)));
            }
            return rows;
        });
    }

    /**
     * Runs a statement that gives one row, and names each value by its column.
     *
     * @throws SQLException as for {@link #rows}
     */
    public static List<Row> columns(Connection connection, String sql, ProbeContext context) throws SQLException {
        return read(connection, sql, context, answer -> {
            List<Row> columns = new ArrayList<>();
            if (answer.next()) {
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    columns.add(new Row(answer.getMetaData().getColumnLabel(i), answer.getString(i), null));
                }
            }
            return columns;
        });
    }

    /** Runs any statement; what it answers is read before the deadline or not at all. */
    public static <T> T read(Connection connection, String sql, ProbeContext context, Reading<T> reading)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // An application's default fetch size would make several round trips of one.
            statement.setFetchSize(0);
            StatementCancellation cancellation = new StatementCancellation(connection, statement);
            context.onCancel(cancellation::cancel);
            try (ResultSet answer = statement.executeQuery(sql)) {
                return reading.of(answer);
            } finally {
                cancellation.ended();
            }
        }
    }

    /** What is made of an answer. */
    public interface Reading<T> {
        T of(ResultSet answer) throws SQLException;
    }
}
