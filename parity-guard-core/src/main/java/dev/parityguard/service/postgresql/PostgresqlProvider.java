package dev.parityguard.service.postgresql;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.SqlCatalogue;
import dev.parityguard.service.jdbc.SqlProvider;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Objects;

/** Looks at PostgreSQL, and at what answers in its place, through the application's pool or a URL. */
public final class PostgresqlProvider implements SqlProvider {
    private static final String DRIVER = "org.postgresql.Driver";

    @Override
    public String kind() {
        return "postgresql";
    }

    @Override
    public FactCatalogue catalogue() {
        return SqlCatalogue.load(PostgresqlProvider.class);
    }

    @Override
    public String accepted() {
        return "postgresql://user@host:port/database, postgres:// and jdbc:postgresql:// URLs";
    }

    @Override
    public boolean accepts(Target target) {
        return target.hasScheme("postgresql", "postgres", "jdbc:postgresql");
    }

    @Override
    public Probe probe(Target target) {
        Secret text = Objects.requireNonNull(target.url(), "url");
        PostgresqlUrl url;
        try {
            url = PostgresqlUrl.parse(text.reveal());
        } catch (IllegalArgumentException e) {
            return context -> new NotProbed("the URL cannot be read: " + e.getMessage());
        }
        if (!isPresent(DRIVER)) {
            return context -> new NotProbed("the JDBC driver org.postgresql:postgresql is not on the class path");
        }
        return new UrlProbe(url);
    }

    @Override
    public boolean speaks(DatabaseMetaData driver) throws SQLException {
        return "PostgreSQL".equals(driver.getDatabaseProductName());
    }

    @Override
    public Observation observe(Connection connection, ProbeContext context) throws SQLException {
        return new PostgresqlProbe(connection, context).observe();
    }
}
