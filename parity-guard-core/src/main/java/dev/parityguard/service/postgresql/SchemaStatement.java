package dev.parityguard.service.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the statements about a schema together: a file for each kind of object, worded for a major version. */
final class SchemaStatement {
    private static final String HASHED_OBJECTS = """
            SELECT kind,
                   {hash<}pg_catalog.string_agg(line, E'\\n' ORDER BY line){>hash},
                   pg_catalog.count(line)
            FROM (SELECT kind, (name || ' ' || definition) COLLATE "C" AS line FROM object) AS lines GROUP BY kind""";

    private static final String OBJECTS = """
            SELECT name, definition, kind FROM object
            ORDER BY kind COLLATE "C", name COLLATE "C", definition COLLATE "C\"""";

    private static final String CONSTRAINT_COLUMNS = """
            '(' || coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.place)
                             FROM pg_catalog.unnest(c.conkey) WITH ORDINALITY k (attnum, place)
                             JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum), '') || ')'""";

    private static final String INDEX_COLUMNS = """
            '(' || (SELECT pg_catalog.string_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, false), ', ' ORDER BY k)
                    FROM pg_catalog.generate_series(1, {key_columns}) k) || ')'""";

    /** One file. What it tells first existed in that major version. */
    record Part(String file, int since, Set<String> kinds) {}

    private static final List<Part> PARTS = List.of(
            part("table", 9),
            part("column", 9),
            part("constraint", 9),
            new Part("index", 9, Set.of("index", "unique_index")),
            part("sequence", 10),
            part("type", 9),
            part("function", 9),
            part("trigger", 9),
            part("view", 9),
            part("policy", 9),
            part("grant", 9));

    private final int major;
    private final Map<String, String> words = new TreeMap<>();

    /**
     * Statements for a server of that major version.
     *
     * @param schemas names separated by commas, or null for those of the search path
     */
    SchemaStatement(int major, @Nullable String schemas) {
        this.major = major;
        words.put("{schemas}", schemas == null ? file("search-path") : array(schemas));
        words.put("{partition}", major >= 10 ? "c.relispartition" : "false");
        words.put("{partition_key}", major >= 10 ? "pg_catalog.pg_get_partkeydef(r.oid)" : "''");
        words.put("{identity}", major >= 10 ? "a.attidentity" : "''");
        words.put("{generated}", major >= 12 ? "a.attgenerated" : "''");
        words.put("{key_columns}", major >= 11 ? "i.indnkeyatts" : "i.indnatts");
        words.put("{function_body}", major >= 14 ? "coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), '')" : "''");
        words.put(
                "{permissive}",
                major >= 10 ? "CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END" : "'permissive'");
        // Where OpenSSL is bound to approved algorithms, md5() is an error.
        words.put(
                "{hash<}",
                major >= 11
                        ? "pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("
                        : "pg_catalog.left(pg_catalog.md5(");
        words.put("{>hash}", major >= 11 ? ", 'UTF8')), 'hex'), 16)" : "), 16)");
    }

    /** What a server of that version has. */
    List<Part> parts() {
        return PARTS.stream().filter(part -> major >= part.since()).toList();
    }

    /** Kind, fingerprint and number of the objects of each kind of those parts. */
    String fingerprints(List<Part> parts) {
        Map<String, String> bare = Map.of("{constraint_columns}", "''", "{index_columns}", "''");
        return worded(statement(parts, HASHED_OBJECTS), bare);
    }

    /** Name, definition and kind of the objects of some kinds, sorted. */
    String objects(Set<String> kinds) {
        List<Part> parts = parts().stream()
                .filter(part -> part.kinds().stream().anyMatch(kinds::contains))
                .toList();
        Map<String, String> named =
                Map.of("{constraint_columns}", CONSTRAINT_COLUMNS, "{index_columns}", INDEX_COLUMNS);
        return worded(statement(parts, OBJECTS), named);
    }

    /** Facts about the data of tables, and hashes of the values of reference columns under that key. */
    String shape(String tables, @Nullable String reference, String key) {
        return worded(
                file("shape"),
                Map.of(
                        "{all_tables}",
                        String.valueOf(tables.strip().equals("*")),
                        "{tables}",
                        array(tables),
                        "{reference}",
                        reference == null ? "ARRAY[]::text[]" : array(reference),
                        "{key}",
                        "'" + key + "'"));
    }

    private String statement(List<Part> parts, String what) {
        StringJoiner union = new StringJoiner("\nUNION ALL\n");
        for (Part part : parts) {
            union.add(file(part.file()));
        }
        return file("frame") + ",\nobject (kind, name, definition) AS (\n" + union + ")\n" + what;
    }

    private String worded(String statement, Map<String, String> more) {
        String worded = statement;
        for (Map.Entry<String, String> word : more.entrySet()) {
            worded = worded.replace(word.getKey(), word.getValue());
        }
        for (Map.Entry<String, String> word : words.entrySet()) {
            worded = worded.replace(word.getKey(), word.getValue());
        }
        return worded;
    }

    private static Part part(String kind, int since) {
        return new Part(kind, since, Set.of(kind));
    }

    private static String array(String schemas) {
        StringJoiner names = new StringJoiner(", ", "ARRAY[", "]::pg_catalog.text[]");
        for (String name : schemas.split(",", -1)) {
            names.add("E'" + name.strip().replace("\\", "\\\\").replace("'", "''") + "'");
        }
        return names.toString();
    }

    private static String file(String name) {
        try (InputStream in = SchemaStatement.class.getResourceAsStream("schema/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no statement schema/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
