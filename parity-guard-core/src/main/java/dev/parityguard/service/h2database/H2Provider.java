package dev.parityguard.service.h2database;

import dev.parityguard.service.jdbc.EmbeddedProvider;

/** Looks at H2, in whatever mode it was opened. */
public final class H2Provider extends EmbeddedProvider {
    /** For {@link java.util.ServiceLoader}. */
    public H2Provider() {
        super("h2database", "jdbc:h2", "H2", "h2");
    }

    @Override
    protected String onlyIfItExists(String url) {
        return url + ";IFEXISTS=TRUE";
    }
}
