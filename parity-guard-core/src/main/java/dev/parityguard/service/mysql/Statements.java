package dev.parityguard.service.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server is asked, in files beside this class.
 *
 * @param schema where the server keeps the views of its variables
 */
record Statements(String schema) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

    /** For a server of that version; which of the two it is only decides where to look, not what it is called. */
    static Statements forServer(String version) {
        return new Statements(version.contains("MariaDB") ? "information_schema" : "performance_schema");
    }

    String variables() {
        return file("variables");
    }

    /** Texts in it are of the database's own character set and collation. */
    String behaviour(Variables variables) {
        return file("behaviour")
                .replace("{charset}", name(variables.session("character_set_database"), "utf8mb4"))
                .replace("{collation}", name(variables.session("collation_database"), "utf8mb4_general_ci"));
    }

    private static String name(@Nullable String name, String otherwise) {
        return name != null && NAME.matcher(name).matches() ? name : otherwise;
    }

    private String file(String name) {
        try (InputStream in = Statements.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no statement " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{schema}", schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
