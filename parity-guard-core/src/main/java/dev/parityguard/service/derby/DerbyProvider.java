package dev.parityguard.service.derby;

import dev.parityguard.service.jdbc.EmbeddedProvider;

/** Looks at Apache Derby. */
public final class DerbyProvider extends EmbeddedProvider {
    /** For {@link java.util.ServiceLoader}. */
    public DerbyProvider() {
        super("derby", "jdbc:derby", "Apache Derby", "derby");
    }

    @Override
    protected String onlyIfItExists(String url) {
        return url.replaceAll("(?i);create=true", "");
    }
}
