package dev.parityguard.service.jdbc.migration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table as the catalog tells it. Not safe for several threads.
 *
 * @param schema where it is, or an empty text where there are no schemas
 * @param name as it is spelled there
 * @param columns by their names in lower case
 */
record HistoryTable(String schema, String name, Map<String, Column> columns) {
    HistoryTable(String schema, String name) {
        this(schema, name, new HashMap<>());
    }

    /**
     * A column.
     *
     * @param name as it is spelled
     * @param readable whether it may be read
     */
    record Column(String name, boolean readable) {}

    void add(String column, boolean readable) {
        columns.put(column.toLowerCase(Locale.ROOT), new Column(column, readable));
    }

    boolean has(Set<String> names) {
        return columns.keySet().containsAll(names);
    }

    boolean mayRead(Set<String> names) {
        return names.stream().allMatch(name -> {
            Column column = columns.get(name);
            return column != null && column.readable();
        });
    }

    /** As a person writes it. */
    String title() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
