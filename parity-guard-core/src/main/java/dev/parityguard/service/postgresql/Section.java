package dev.parityguard.service.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One part of the statement, in a file of its own beside this class; all parts give the same columns. */
enum Section {
    SERVER("server", 9, "encoding", "locale_provider", "collation", "ctype", "collation_version", "writable", "tls"),
    SETTINGS("settings", 9, "setting.*", "database_setting.*"),
    RIGHTS("rights", 9, "role.*", "right.*"),
    EXTENSIONS("extensions", 9, "extension.*", "extension_update_available.*", "function.*"),
    BEHAVIOUR("behaviour", 9, "behaviour.*"),
    COLLATION_VERSIONS("collation-versions", 10, "collation.*"),
    DATABASE_COLLATION_VERSION("database-collation-version", 15, "collation_version.recorded_matches_library"),
    SYSTEM_IDENTIFIER("system-identifier", 9, "identity.cluster");

    private final String file;
    private final int since;
    private final List<String> facts;

    Section(String file, int since, String... facts) {
        this.file = file;
        this.since = since;
        this.facts = List.of(facts);
    }

    /** What is not known when this part could not be asked. */
    List<String> facts() {
        return facts;
    }

    /** Whether a server of that major version has everything that this part names. */
    boolean isFor(int major) {
        return major >= since;
    }

    /** One statement of several parts. */
    static String statement(Set<Section> sections) {
        return sections.stream().map(Section::sql).collect(Collectors.joining("\nUNION ALL\n"));
    }

    /** The parts for a server of that major version. */
    static List<Section> of(int major) {
        return Arrays.stream(values()).filter(section -> section.isFor(major)).toList();
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
