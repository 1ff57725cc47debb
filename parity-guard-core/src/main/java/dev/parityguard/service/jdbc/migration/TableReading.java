package dev.parityguard.service.jdbc.migration;

import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table, each value as a text. */
record TableReading(Connection connection, ProbeContext context, Engine engine, HistoryTable table) {
    /** Nobody has as many migrations; whoever has, is not read to the end. */
    private static final int MOST_ROWS = 100_000;

    /**
     * Rows with the values of some columns in that order; null for a column that the table does not have.
     *
     * @param order the column to sort by
     */
    List<@Nullable String[]> rows(String order, String... columns) throws SQLException {
        StringJoiner values = new StringJoiner(", ", "SELECT ", from());
        for (String column : columns) {
            HistoryTable.Column there = table.columns().get(column);
            values.add(there == null || !there.readable() ? "NULL" : engine.quoted(there.name()));
        }
        return rows(values + " ORDER BY " + column(order) + " LIMIT " + MOST_ROWS, columns.length);
    }

    /** The clause that names the table. */
    String from() {
        return " FROM " + engine.quoted(table);
    }

    /** A column as it is written in a statement. */
    String column(String name) {
        HistoryTable.Column column = table.columns().get(name);
        return engine.quoted(column == null ? name : column.name());
    }

    /** Rows of a statement of one's own. */
    List<@Nullable String[]> rows(String sql, int columns) throws SQLException {
        return Query.read(connection, sql, context, answer -> {
            List<@Nullable String[]> rows = new ArrayList<>();
            while (answer.next()) {
                @Nullable String[] row = new @Nullable String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = answer.getString(i + 1);
                }
                rows.add(row);
            }
            return rows;
        });
    }
}
