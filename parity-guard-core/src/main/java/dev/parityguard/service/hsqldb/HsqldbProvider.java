package dev.parityguard.service.hsqldb;

import dev.parityguard.service.jdbc.EmbeddedProvider;

/** Looks at HSQLDB. */
public final class HsqldbProvider extends EmbeddedProvider {
    /** For {@link java.util.ServiceLoader}. */
    public HsqldbProvider() {
        super("hsqldb", "jdbc:hsqldb", "HSQL Database Engine", "hsqldb");
    }

    @Override
    protected String onlyIfItExists(String url) {
        return url + ";ifexists=true";
    }
}
