package dev.parityguard.service.mongodb;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The collections that the application uses.
 *
 * @param database where they are, or null when nothing names it
 */
record Collections(@Nullable String database, List<String> names) {
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,\\s]+");

    Collections {
        names = List.copyOf(names);
    }

    /** Reads names that are separated by commas or blanks. */
    static Collections named(@Nullable String database, @Nullable String names) {
        return new Collections(
                database == null || database.isBlank() ? null : database.strip(),
                BETWEEN_NAMES
                        .splitAsStream(names == null ? "" : names)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
    }

    /** The same in that database, where none is named yet. */
    Collections inDatabase(@Nullable String otherwise) {
        return database == null ? new Collections(otherwise, names) : this;
    }
}
