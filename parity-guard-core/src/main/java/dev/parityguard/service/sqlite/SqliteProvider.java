package dev.parityguard.service.sqlite;

import dev.parityguard.service.jdbc.EmbeddedProvider;

/** Looks at SQLite. */
public final class SqliteProvider extends EmbeddedProvider {
    /** For {@link java.util.ServiceLoader}. */
    public SqliteProvider() {
        super("sqlite", "jdbc:sqlite", "SQLite", "sqlite");
    }

    @Override
    protected String onlyIfItExists(String url) {
        return url + (url.contains("?") ? "&" : "?") + "open_mode=1";
    }
}
