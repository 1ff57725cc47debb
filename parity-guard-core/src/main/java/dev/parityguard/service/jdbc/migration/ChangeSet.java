package dev.parityguard.service.jdbc.migration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change set of Liquibase's.
 *
 * @param name file, id and author, as Liquibase itself writes them
 * @param file the change log that it is in
 * @param checksum with the generation that it begins with, such as {@code 9:}, or null
 * @param execution how it was applied, such as {@code EXECUTED}
 * @param conditional whether a context or label decides if it is applied
 */
record ChangeSet(String name, String file, @Nullable String checksum, String execution, boolean conditional) {

    /** A line of the history: id, author, file, execution, checksum, contexts, labels. */
    static ChangeSet of(@Nullable String[] row) {
        String file = file(text(row[2]));
        return new ChangeSet(
                name(file, text(row[0]), text(row[1])),
                file,
                row[4],
                text(row[3]),
                !text(row[5]).isBlank() || !text(row[6]).isBlank());
    }

    static String name(String file, String id, String author) {
        return file + "::" + id + "::" + author;
    }

    /** One spelling for a file, however it was given. */
    static String file(String path) {
        String plain = path.replace('\\', '/');
        plain = plain.startsWith("classpath:") ? plain.substring("classpath:".length()) : plain;
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /** What its checksum was made with, or null. */
    @Nullable
    String generation() {
        int colon = checksum == null ? -1 : checksum.indexOf(':');
        return checksum == null || colon < 0 ? null : checksum.substring(0, colon);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
