package dev.parityguard.service.jdbc.migration;

import org.jspecify.annotations.Nullable;

/**
 * One line of Flyway's history.
 *
 * @param version null for a repeatable migration, and for one that this release cannot order
 * @param type such as {@code SQL}, {@code JDBC}, {@code BASELINE}
 * @param script the file below its location
 * @param checksum null where Flyway makes none
 */
record FlywayRow(
        @Nullable FlywayVersion version,
        String type,
        String script,
        @Nullable String checksum,
        boolean success) {

    /** What a person calls it: its version, or the file of a repeatable one. */
    String name() {
        return version == null ? script.substring(script.lastIndexOf('/') + 1) : version.text();
    }

    boolean isSql() {
        return type.equals("SQL");
    }

    boolean isBaseline() {
        return type.equals("BASELINE") || type.equals("SQL_BASELINE");
    }

    /** A note of Flyway's about a schema or table that it made. */
    boolean isMark() {
        return type.equals("SCHEMA") || type.equals("TABLE");
    }

    /** Takes back an earlier line. */
    boolean takesBack() {
        return type.equals("DELETE") || type.startsWith("UNDO");
    }
}
