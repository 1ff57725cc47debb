package dev.parityguard.service.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One part of the statement, in a file of its own beside this class; all parts give the same columns.
 *
 * @param file the file's name, without its ending
 * @param since the first major version that has everything that the part names
 * @param facts what is not known when the part could not be asked
 */
record Section(String file, int since, List<String> facts) {
    /** The one part that hardened servers are known to refuse. */
    static final Section SYSTEM_IDENTIFIER = new Section("system-identifier", 9, List.of("identity.cluster"));

    private static final List<Section> ALL = List.of(
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
            new Section("behaviour", 9, List.of("behaviour.*")),
            new Section("collation-versions", 10, List.of("collation.*")),
            new Section("database-collation-version", 15, List.of("collation_version.recorded_matches_library")),
            SYSTEM_IDENTIFIER);

    /** The parts for a server of that major version. */
    static List<Section> of(int major) {
        return ALL.stream().filter(section -> major >= section.since).toList();
    }

    /** One statement of several parts. */
    static String statement(List<Section> sections) {
        return sections.stream().map(Section::sql).collect(Collectors.joining("\nUNION ALL\n"));
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
