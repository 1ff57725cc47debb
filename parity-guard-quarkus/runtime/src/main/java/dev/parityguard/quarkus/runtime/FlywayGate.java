package dev.parityguard.quarkus.runtime;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Flyway asks it before it touches a database. Loaded only where Flyway is there. */
final class FlywayGate implements FlywayConfigurationCustomizer {
    private final GuardedStart start;

    FlywayGate(GuardedStart start) {
        this.start = start;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        start.beforeMigration();
    }
}
