package dev.parityguard.service.jdbc.migration;

import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the tables of ledgers, all with one statement. */
final class HistoryTables {
    private final Connection connection;
    private final Engine engine;
    private final ProbeContext context;

    HistoryTables(Connection connection, Engine engine, ProbeContext context) {
        this.connection = connection;
        this.engine = engine;
        this.context = context;
    }

    /** The table of each ledger that has one. Where several schemas have it, it is that of the first. */
    Map<Ledger, HistoryTable> of(List<Ledger> ledgers) throws SQLException {
        Map<Ledger, List<String>> names = new LinkedHashMap<>();
        Set<String> spellings = new TreeSet<>();
        Set<String> schemas = new TreeSet<>();
        for (Ledger ledger : ledgers) {
            List<String> wanted = names(ledger);
            names.put(ledger, wanted);
            for (String name : wanted) {
                spellings.addAll(spellings(table(name)));
                if (!schema(name).isEmpty()) {
                    schemas.addAll(spellings(schema(name)));
                }
            }
        }
        List<HistoryTable> found = new ArrayList<>();
        for (List<String> places : places(schemas)) {
            found.addAll(find(places, List.copyOf(spellings)));
        }
        Map<Ledger, HistoryTable> tables = new LinkedHashMap<>();
        names.forEach((ledger, wanted) -> wanted.stream()
                .flatMap(name -> found.stream().filter(table -> isCalled(table, name)))
                .filter(ledger::claims)
                .findFirst()
                .ifPresent(table -> tables.put(ledger, table)));
        return tables;
    }

    private List<String> names(Ledger ledger) {
        String property = ledger.property();
        String said = property == null ? null : context.property(property);
        return said == null || said.isBlank() ? ledger.names() : List.of(said.strip());
    }

    /** Those of the profile or of the session, and beside them each that a table's name says. */
    private List<List<String>> places(Set<String> more) {
        String said = context.property("schemas");
        List<String> first = new ArrayList<>();
        if (said != null) {
            for (String schema : said.split(",", -1)) {
                first.add(schema.strip());
            }
        }
        return more.isEmpty() ? List.of(first) : List.of(first, List.copyOf(more));
    }

    private List<HistoryTable> find(List<String> schemas, List<String> names) throws SQLException {
        return Query.read(connection, engine.find(schemas, names), context, answer -> {
            Map<String, HistoryTable> tables = new LinkedHashMap<>();
            while (answer.next()) {
                String schema = answer.getString(1) == null ? "" : answer.getString(1);
                String name = answer.getString(2);
                tables.computeIfAbsent(schema + '\0' + name, key -> new HistoryTable(schema, name))
                        .add(answer.getString(3), "yes".equals(answer.getString(4)));
            }
            return List.copyOf(tables.values());
        });
    }

    /** Engines fold names to lower case or to upper case, or keep them. */
    private static List<String> spellings(String name) {
        return List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT));
    }

    private static boolean isCalled(HistoryTable table, String name) {
        return table(name).equalsIgnoreCase(table.name())
                && (schema(name).isEmpty() || schema(name).equalsIgnoreCase(table.schema()));
    }

    private static String schema(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static String table(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
