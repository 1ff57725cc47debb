package dev.parityguard.service.jdbc.migration;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at the histories that tools for migrations keep: one statement finds their tables, one more reads each that is
 * there. Which of these facts may differ is for the comparison; here they are told.
 */
public final class MigrationHistory {
    private static final String ALL = "migration.*";
    private static final int SELECT_DENIED = 1142;

    private final Connection connection;
    private final ProbeContext context;
    private final Engine engine;
    private final Told told = new Told();

    private MigrationHistory(Connection connection, ProbeContext context, Engine engine) {
        this.connection = connection;
        this.context = context;
        this.engine = engine;
    }

    /** Adds what is known of migrations to what was seen, where histories are read in that engine. */
    public static Observation addedTo(Observation seen, Connection connection, ProbeContext context)
            throws SQLException {
        Engine engine = seen instanceof Observed observed ? Engine.of(observed.kind()) : null;
        return engine != null && seen instanceof Observed observed
                ? new MigrationHistory(connection, context, engine).addedTo(observed)
                : seen;
    }

    private Observed addedTo(Observed ordinary) throws SQLException {
        look();
        Facts.Builder facts = Facts.builder();
        for (Fact fact : ordinary.facts()) {
            facts.put(fact.name(), fact.value(), fact.source());
        }
        String fingerprint = told.fingerprint();
        facts.put(Told.FINGERPRINT, fingerprint);
        told.addTo(facts, fingerprint != null && context.knows(Told.FINGERPRINT, fingerprint));
        List<Unknown> unknowns = new ArrayList<>(ordinary.unknowns());
        unknowns.addAll(told.unknowns());
        return new Observed(ordinary.kind(), facts.build(), unknowns);
    }

    private void look() throws SQLException {
        Map<Ledger, HistoryTable> tables;
        try {
            tables = new HistoryTables(connection, engine, context).of(ledgers());
        } catch (SQLException e) {
            startAnew(e);
            told.unknown(ALL, Cause.NOT_SUPPORTED, "the catalog of tables (SQL state " + e.getSQLState() + ")");
            return;
        }
        for (Map.Entry<Ledger, HistoryTable> one : tables.entrySet()) {
            read(one.getKey(), one.getValue());
        }
        if (engine == Engine.MYSQL && tables.isEmpty()) {
            for (Ledger ledger : ledgers()) {
                if (context.asksFor(ledger.facts())) {
                    tellIfHidden(ledger);
                }
            }
        }
    }

    /** MySQL and MariaDB show no table that one may not read; asked for it, they tell it from one that is not there. */
    private void tellIfHidden(Ledger ledger) throws SQLException {
        String name = ledger.names().get(0);
        try {
            Query.read(connection, "SELECT 1 FROM " + name + " WHERE 1 = 0", context, answer -> name);
        } catch (SQLException e) {
            startAnew(e);
            if (e.getErrorCode() == SELECT_DENIED) {
                told.unknown(ledger.facts(), Cause.NOT_PERMITTED, "SELECT on table " + name);
            }
        }
    }

    private static List<Ledger> ledgers() {
        List<Ledger> ledgers = new ArrayList<>(List.of(new Flyway(), new Liquibase(), new LiquibaseLock()));
        ledgers.addAll(List.of(Heads.values()));
        return ledgers;
    }

    private void read(Ledger ledger, HistoryTable table) throws SQLException {
        if (!table.has(ledger.columns())) {
            Set<String> missing = new TreeSet<>(ledger.columns());
            missing.removeAll(table.columns().keySet());
            told.unknown(
                    ledger.facts(),
                    Cause.UNREADABLE,
                    "in table " + table.title() + " the column " + String.join(", ", missing));
        } else if (!table.mayRead(ledger.columns())) {
            told.unknown(ledger.facts(), Cause.NOT_PERMITTED, "SELECT on table " + table.title());
        } else {
            try {
                ledger.read(new TableReading(connection, context, engine, table), told);
            } catch (SQLException e) {
                startAnew(e);
                told.unknown(
                        ledger.facts(),
                        Cause.UNREADABLE,
                        "the rows of table " + table.title() + " (SQL state " + e.getSQLState() + ")");
            }
        }
    }

    /** After an error PostgreSQL refuses everything until the transaction ends. */
    private void startAnew(SQLException failure) throws SQLException {
        if (connection.isClosed() || context.deadline().passed()) {
            throw failure;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
