package dev.parityguard.benchmarks;

import dev.parityguard.servers.PostgresServer;

/** Tables as an application has them: ten columns, a key, two further indexes, a foreign key and a check each. */
final class SyntheticSchema {
    private static final int TABLES_A_TRANSACTION = 200;

    private SyntheticSchema() {}

    /** Makes a database with so many tables, and gives its name. */
    static String create(PostgresServer server, int tables) {
        String database = "tables_" + tables;
        server.createDatabase(database);
        server.execute(database, "CREATE TYPE state AS ENUM ('new', 'paid', 'sent')");
        for (int from = 1; from <= tables; from += TABLES_A_TRANSACTION) {
            int to = Math.min(tables, from + TABLES_A_TRANSACTION - 1);
            server.execute(database, "DO $$ BEGIN FOR i IN " + from + ".." + to + """
                     LOOP
                      EXECUTE format('CREATE TABLE t%s (id bigserial PRIMARY KEY, parent bigint, name text NOT NULL,'
                        || ' state state DEFAULT ''new'', amount numeric(10, 2) CHECK (amount >= 0), made timestamptz'
                        || ' NOT NULL DEFAULT now(), note varchar(200), active boolean DEFAULT true, day date, data jsonb)', i);
                      EXECUTE format('CREATE INDEX ON t%s (name, made)', i);
                      EXECUTE format('CREATE UNIQUE INDEX ON t%s (lower(note)) WHERE active', i);
                      EXECUTE format('ALTER TABLE t%s ADD FOREIGN KEY (parent) REFERENCES t%s', i, greatest(1, i / 10));
                    END LOOP; END $$""");
        }
        server.execute(database, "ANALYZE");
        return database;
    }
}
