package dev.parityguard.service.jdbc;

import dev.parityguard.fact.FactCatalogue;

/** The catalogue of a SQL engine: what all engines share, and its own facts beside its provider. */
public final class SqlCatalogue {
    private SqlCatalogue() {}

    /**
     * Reads the shared descriptions of behaviour, and {@code catalogue.properties} beside a class, whose attributes
     * override them.
     *
     * @throws IllegalStateException when the resource is missing or malformed: a defect of the probe's package
     */
    public static FactCatalogue load(Class<?> beside) {
        return FactCatalogue.of(SharedProperties.load(beside, "catalogue.properties"));
    }
}
