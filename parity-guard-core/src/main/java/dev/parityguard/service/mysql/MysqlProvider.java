package dev.parityguard.service.mysql;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.SqlCatalogue;
import dev.parityguard.service.jdbc.SqlProvider;
import dev.parityguard.target.Target;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;

/** Looks at MySQL and MariaDB, and at what answers in their place, through the application's pool. */
public final class MysqlProvider implements SqlProvider {
    private static final Set<String> CLAIMED = Set.of("MySQL", "MariaDB");

    @Override
    public String kind() {
        return "mysql";
    }

    @Override
    public FactCatalogue catalogue() {
        return SqlCatalogue.load(MysqlProvider.class);
    }

    @Override
    public String accepted() {
        return "a javax.sql.DataSource";
    }

    /** A pool is accepted by the provider of all SQL engines, which finds this one by what the driver says. */
    @Override
    public boolean accepts(Target target) {
        return false;
    }

    @Override
    public Probe probe(Target target) {
        throw new IllegalArgumentException("MySQL is looked at through a pool");
    }

    @Override
    public boolean speaks(DatabaseMetaData driver) throws SQLException {
        return CLAIMED.contains(driver.getDatabaseProductName());
    }

    @Override
    public Observation observe(Connection connection, ProbeContext context) throws SQLException {
        return new MysqlProbe(connection, context).observe();
    }
}
