package dev.parityguard.service.jdbc.migration;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Histories of tools of other languages, of which only the head is told. */
enum Heads implements Ledger {
    ALEMBIC("alembic", "alembic_version", "version_num") {
        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            Set<String> heads = new TreeSet<>();
            reading.rows("version_num", "version_num").forEach(row -> heads.add(String.valueOf(row[0])));
            if (!heads.isEmpty()) {
                told.head(fact("head"), String.join(", ", heads));
            }
        }
    },

    DJANGO("django", "django_migrations", "app", "name") {
        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            String app = reading.column("app");
            String sql =
                    "SELECT " + app + ", MAX(" + reading.column("name") + ")" + reading.from() + " GROUP BY " + app;
            reading.rows(sql, 2).forEach(row -> told.head(fact("head." + row[0]), String.valueOf(row[1])));
        }
    },

    GOLANG_MIGRATE("golang_migrate", "schema_migrations", "version", "dirty") {
        @Override
        public boolean claims(HistoryTable table) {
            return table.has(columns());
        }

        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            for (@Nullable String[] row : reading.rows("version", "version", "dirty")) {
                told.head(fact("head"), String.valueOf(row[0]));
                told.state(fact("dirty"), Flyway.isTrue(row[1]) ? "yes" : "no");
            }
        }
    },

    KNEX("knex", "knex_migrations", "name") {
        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            tellGreatest(reading, "name", told);
        }
    },

    KNEX_LOCK("knex", "knex_migrations_lock", "is_locked") {
        @Override
        public String facts() {
            return fact("lock");
        }

        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            boolean held = reading.rows("is_locked", "is_locked").stream().anyMatch(row -> Flyway.isTrue(row[0]));
            told.state(fact("lock"), held ? "held" : "free");
        }
    },

    PRISMA("prisma", "_prisma_migrations", "migration_name", "finished_at", "rolled_back_at") {
        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            Set<String> failed = new TreeSet<>();
            for (@Nullable
            String[] row : reading.rows("migration_name", "migration_name", "finished_at", "rolled_back_at")) {
                String name = String.valueOf(row[0]);
                if (row[2] == null && row[1] != null) {
                    told.head(fact("head"), name);
                    failed.remove(name);
                } else if (row[2] == null) {
                    failed.add(name);
                }
            }
            told.state(fact("failed"), Names.of(failed));
        }
    },

    RAILS("rails", "schema_migrations", "version") {
        /** The table of golang-migrate has the same name. */
        @Override
        public boolean claims(HistoryTable table) {
            return !table.has(Set.of("dirty"));
        }

        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            tellGreatest(reading, "version", told);
        }
    },

    RAILS_ENVIRONMENT("rails", "ar_internal_metadata", "key", "value") {
        @Override
        public String facts() {
            return fact("environment");
        }

        @Override
        public void read(TableReading reading, Told told) throws SQLException {
            for (@Nullable String[] row : reading.rows("key", "key", "value")) {
                if ("environment".equals(row[0])) {
                    told.state(fact("environment"), String.valueOf(row[1]));
                }
            }
        }
    };

    private final String tool;
    private final String table;
    private final String columns;

    Heads(String tool, String table, String... columns) {
        this.tool = tool;
        this.table = table;
        this.columns = String.join(" ", columns);
    }

    @Override
    public String facts() {
        return fact("*");
    }

    @Override
    public List<String> names() {
        return List.of(table);
    }

    @Override
    public Set<String> columns() {
        return Set.of(columns.split(" "));
    }

    String fact(String name) {
        return "migration." + tool + "." + name;
    }

    /** Names and versions begin with a number or a time, so that the greatest is the newest. */
    void tellGreatest(TableReading reading, String column, Told told) throws SQLException {
        String sql = "SELECT MAX(" + reading.column(column) + ")" + reading.from();
        for (@Nullable String[] row : reading.rows(sql, 1)) {
            if (row[0] != null) {
                told.head(fact("head"), row[0]);
            }
        }
    }
}
