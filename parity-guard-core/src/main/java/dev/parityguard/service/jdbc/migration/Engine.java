package dev.parityguard.service.jdbc.migration;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an engine is asked for tables, and how names are written in it. */
enum Engine {
    POSTGRESQL(
            "postgresql",
            '"',
            // information_schema shows only what one may read.
            """
            SELECT n.nspname, c.relname, a.attname,
                   CASE WHEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                             AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT') THEN 'yes' ELSE 'no' END
            FROM pg_catalog.generate_series(1, pg_catalog.cardinality({schemas})) AS place
            JOIN pg_catalog.pg_namespace n ON n.nspname = ({schemas})[place]
            JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relname IN ({tables})
            ORDER BY place, c.relname, a.attnum""",
            "pg_catalog.current_schemas(false)"),
    MYSQL("mysql", '`', """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, CASE WHEN c.PRIVILEGES LIKE '%select%' THEN 'yes' ELSE 'no' END
            FROM information_schema.COLUMNS c WHERE c.TABLE_SCHEMA IN ({schemas}) AND c.TABLE_NAME IN ({tables})""", "DATABASE()"),
    SQLITE("sqlite", '"', """
            SELECT '', m.name, c.name, 'yes' FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.name IN ({tables})""", "''"),
    H2("h2database", '"', Engine.INFORMATION_SCHEMA, "SCHEMA()"),
    HSQLDB("hsqldb", '"', Engine.INFORMATION_SCHEMA, "CURRENT_SCHEMA");

    private static final String INFORMATION_SCHEMA = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, 'yes' FROM INFORMATION_SCHEMA.COLUMNS c
            WHERE c.TABLE_SCHEMA IN ({schemas}) AND c.TABLE_NAME IN ({tables})""";

    private final String kind;
    private final char quote;
    private final String find;
    private final String currentSchemas;

    Engine(String kind, char quote, String find, String currentSchemas) {
        this.kind = kind;
        this.quote = quote;
        this.find = find;
        this.currentSchemas = currentSchemas;
    }

    /** The engine that answers for a kind of service, or null where histories are not read in it. */
    static @Nullable Engine of(String kind) {
        for (Engine engine : values()) {
            if (engine.kind.equals(kind)) {
                return engine;
            }
        }
        return null;
    }

    /** A statement that tells schema, table, column and whether it may be read, of tables by those names. */
    String find(List<String> schemas, List<String> tables) {
        String places = schemas.isEmpty() ? currentSchemas : literals(schemas);
        return find.replace(
                        "{schemas}",
                        this == POSTGRESQL && !schemas.isEmpty() ? "ARRAY[" + places + "]::pg_catalog.name[]" : places)
                .replace("{tables}", literals(tables));
    }

    /** A table as it is written in a statement. */
    String quoted(HistoryTable table) {
        return table.schema().isEmpty() ? quoted(table.name()) : quoted(table.schema()) + "." + quoted(table.name());
    }

    /** A name as it is written in a statement. */
    String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    private String literals(List<String> texts) {
        return texts.stream().map(this::literal).collect(Collectors.joining(", "));
    }

    private String literal(String text) {
        String doubled = text.replace("'", "''");
        return switch (this) {
            case POSTGRESQL -> "E'" + doubled.replace("\\", "\\\\") + "'";
            case MYSQL -> "'" + doubled.replace("\\", "\\\\") + "'";
            default -> "'" + doubled + "'";
        };
    }
}
