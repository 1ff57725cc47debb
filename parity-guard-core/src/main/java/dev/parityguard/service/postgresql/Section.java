package dev.parityguard.service.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * One part of the statement, in a file of its own beside this class; all parts give the same columns.
 *
 * @param file the file's name, without its ending
 * @param since the first major version that has everything that the part names
 * @param facts what is not known when the part could not be asked
 */
record Section(String file, int since, List<String> facts) {
    /** The one part that hardened servers are known to refuse. */
    private static final Section SYSTEM_IDENTIFIER =
            new Section("system-identifier", 9, List.of("identity.cluster", "identity.database"));

    private static final List<Section> WITHOUT_IDENTITY = List.of(
            new Section(
                    "server",
                    9,
                    List.of(
                            "platform",
                            "encoding",
                            "locale_provider",
                            "collation",
                            "collation_version",
                            "ctype",
                            "schema.current",
                            "writable",
                            "prepared_transactions",
                            "tls",
                            "pooler",
                            "clock.*")),
            new Section("settings", 9, List.of("setting.*", "database_setting.*")),
            new Section("rights", 9, List.of("role.*", "right.*")),
            new Section("extensions", 9, List.of("extension.*", "extension_update_available.*", "function.*")),
            new Section("validity", 9, List.of("schema.valid.*")),
            new Section("behaviour", 9, List.of("behaviour.*")),
            new Section("collation-versions", 10, List.of("collation.*")),
            new Section("database-collation-version", 15, List.of("collation_version.recorded_matches_library")));

    /** The parts for a server of that major version. */
    static List<Section> of(int major) {
        List<Section> sections = withoutIdentity(major);
        sections.add(SYSTEM_IDENTIFIER);
        return sections;
    }

    /** The same without the part that may be refused. */
    static List<Section> withoutIdentity(int major) {
        List<Section> sections = new ArrayList<>();
        for (Section section : WITHOUT_IDENTITY) {
            if (major >= section.since) {
                sections.add(section);
            }
        }
        return sections;
    }

    /** One statement of several parts. */
    static String statement(List<Section> sections) {
        StringJoiner statement = new StringJoiner("\nUNION ALL\n");
        for (Section section : sections) {
            statement.add(section.sql());
        }
        return statement.toString();
    }

    private String sql() {
        try (InputStream in = Section.class.getResourceAsStream(file + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no statement " + file);
            }
            return "(" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
