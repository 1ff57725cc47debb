package dev.parityguard.service.elasticsearch;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The fields of a mapping, each in one line. */
final class Fields {
    private Fields() {}

    /** Adds the fields of an object and those inside them, by their paths: {@code text analyzer=english}. */
    static void collect(String path, Document object, Map<String, String> fields) {
        object.at("properties").members().forEach((name, field) -> add(path + name, field, fields));
    }

    private static void add(String path, Document field, Map<String, String> fields) {
        Map<String, Document> attributes = new TreeMap<>(field.members());
        attributes.remove("properties");
        attributes.remove("fields");
        Document type = attributes.remove("type");
        if (type != null || !attributes.isEmpty()) {
            StringJoiner line = new StringJoiner(" ");
            line.add(type == null ? "object" : type.line());
            attributes.forEach((name, value) -> line.add(name + "=" + value.line()));
            fields.put(path, line.toString());
        }
        collect(path + ".", field, fields);
        field.at("fields").members().forEach((name, inner) -> add(path + "." + name, inner, fields));
    }
}
