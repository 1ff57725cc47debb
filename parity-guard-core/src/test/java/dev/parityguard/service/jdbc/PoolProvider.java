package dev.parityguard.service.jdbc;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;

/** The provider of all pools, with the catalogue of the engine that is expected to answer. */
public record PoolProvider(SqlProvider engine) implements ProbeProvider {
    private static final DataSourceProvider POOLS = new DataSourceProvider();

    @Override
    public String kind() {
        return engine.kind();
    }

    @Override
    public FactCatalogue catalogue() {
        return engine.catalogue();
    }

    @Override
    public String accepted() {
        return POOLS.accepted();
    }

    @Override
    public boolean accepts(Target target) {
        return POOLS.accepts(target);
    }

    @Override
    public Probe probe(Target target) {
        return POOLS.probe(target);
    }
}
