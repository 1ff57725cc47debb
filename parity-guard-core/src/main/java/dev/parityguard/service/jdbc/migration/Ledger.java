package dev.parityguard.service.jdbc.migration;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table that a tool for migrations keeps. */
interface Ledger {
    /** What is not known where it cannot be read. */
    String facts();

    /** How it is called unless somebody says otherwise, the newest name first; in lower case. */
    List<String> names();

    /** The property of a target that says how it is called, or null. */
    default @Nullable String property() {
        return null;
    }

    /** The columns that it must have, in lower case. */
    Set<String> columns();

    /** Whether a table of such a name is this tool's, as far as its columns tell. */
    default boolean claims(HistoryTable table) {
        return true;
    }

    /** Reads it. */
    void read(TableReading reading, Told told) throws SQLException;
}
