package dev.parityguard.service.jdbc;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Objects;

/**
 * An engine that usually runs in the application's own process: what it is asked lies beside the subclass, in
 * {@code questions.properties} and {@code catalogue.properties}.
 */
public abstract class EmbeddedProvider implements SqlProvider {
    private final String kind;
    private final String scheme;
    private final String productName;
    private final String product;

    /**
     * An engine.
     *
     * @param kind the kind of service
     * @param scheme of its URLs, for example {@code jdbc:h2}
     * @param productName what its driver calls it
     * @param product what the fact {@code product} says
     */
    protected EmbeddedProvider(String kind, String scheme, String productName, String product) {
        this.kind = kind;
        this.scheme = scheme;
        this.productName = productName;
        this.product = product;
    }

    /** The URL that opens a database only where it exists: looking must not make one. */
    protected abstract String onlyIfItExists(String url);

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final FactCatalogue catalogue() {
        return SqlCatalogue.load(getClass());
    }

    @Override
    public final String accepted() {
        return scheme + ": URLs";
    }

    @Override
    public final boolean accepts(Target target) {
        return target.hasScheme(scheme);
    }

    @Override
    public final Probe probe(Target target) {
        String url = Objects.requireNonNull(target.url(), "url").reveal();
        return new DriverManagerProbe(this, onlyIfItExists(url));
    }

    @Override
    public final boolean speaks(DatabaseMetaData driver) throws SQLException {
        return productName.equals(driver.getDatabaseProductName());
    }

    @Override
    public final Observation observe(Connection connection, ProbeContext context) throws SQLException {
        return new EmbeddedProbe(kind, product, Questions.load(getClass())).observe(connection, context);
    }
}
