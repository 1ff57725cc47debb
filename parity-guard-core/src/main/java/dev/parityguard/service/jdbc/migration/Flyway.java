package dev.parityguard.service.jdbc.migration;

import dev.parityguard.fact.Unknown.Cause;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flyway's history. */
final class Flyway implements Ledger {
    private static final String FACTS = "migration.flyway.";

    @Override
    public String facts() {
        return FACTS + "*";
    }

    /** The second name is that of Flyway 4 and older. */
    @Override
    public List<String> names() {
        return List.of("flyway_schema_history", "schema_version");
    }

    @Override
    public String property() {
        return "flyway-table";
    }

    @Override
    public Set<String> columns() {
        return Set.of("installed_rank", "version", "type", "script", "checksum", "success");
    }

    @Override
    public boolean claims(HistoryTable table) {
        return !table.name().equalsIgnoreCase("schema_version") || table.has(Set.of("installed_rank"));
    }

    @Override
    public void read(TableReading reading, Told told) throws SQLException {
        List<FlywayRow> rows = new ArrayList<>();
        for (@Nullable
        String[] row : reading.rows("installed_rank", "version", "type", "script", "checksum", "success")) {
            rows.add(new FlywayRow(
                    row[0] == null ? null : FlywayVersion.parse(row[0]),
                    Objects.requireNonNullElse(row[1], ""),
                    Objects.requireNonNullElse(row[2], ""),
                    row[3],
                    isTrue(row[4])));
        }
        FlywayHistory history = FlywayHistory.of(rows);
        tell(history, told);
        new FlywayScripts(history, reading).tell(told);
    }

    private static void tell(FlywayHistory history, Told told) {
        if (history.head() != null) {
            told.head(FACTS + "head", history.head().text());
        }
        for (FlywayRow row : history.applied().values()) {
            if (row.version() == null) {
                told.migration(FACTS + "repeatable." + row.name(), String.valueOf(row.checksum()));
            } else if (!row.isBaseline()) {
                told.migration(FACTS + "applied." + row.name(), row.checksum() == null ? row.type() : row.checksum());
            }
        }
        if (history.baseline() != null) {
            told.unknown(
                    FACTS + "applied.*",
                    Cause.NOT_COMPARABLE,
                    "migrations before version " + history.baseline().text() + ", with which the history begins here");
        }
        told.state(FACTS + "failed", Names.of(history.failed()));
        told.state(FACTS + "out_of_order", Names.of(history.outOfOrder()));
    }

    /** However an engine spells what is true. */
    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equalsIgnoreCase("t") || value.equalsIgnoreCase("true"));
    }
}
