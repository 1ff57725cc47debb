package dev.parityguard.service.jdbc.migration;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lock that Liquibase holds while it migrates, and that stays behind where it is killed. */
final class LiquibaseLock implements Ledger {
    private static final String FACT = "migration.liquibase.lock";
    private static final Duration LONG = Duration.ofMinutes(10);

    @Override
    public String facts() {
        return FACT;
    }

    @Override
    public List<String> names() {
        return List.of("databasechangeloglock");
    }

    @Override
    public String property() {
        return "liquibase-lock-table";
    }

    @Override
    public Set<String> columns() {
        return Set.of("id", "locked", "lockgranted");
    }

    @Override
    public void read(TableReading reading, Told told) throws SQLException {
        String lock = "free";
        for (@Nullable String[] row : reading.rows("id", "locked", "lockgranted")) {
            if (Flyway.isTrue(row[0])) {
                lock = row[1] != null && isLongAgo(row[1]) ? "held for more than 10 minutes" : "held";
            }
        }
        told.state(FACT, lock);
    }

    /** Liquibase writes the time of its own machine, without a zone. */
    private static boolean isLongAgo(String granted) {
        try {
            LocalDateTime since = LocalDateTime.parse(granted.strip().replace(' ', 'T'));
            return Duration.between(since, LocalDateTime.now(ZoneId.systemDefault()))
                            .compareTo(LONG)
                    > 0;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}
