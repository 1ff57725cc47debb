package dev.parityguard.service.jdbc.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names of migrations as the value of a fact. */
final class Names {
    private static final int MOST = 10;

    private Names() {}

    /** {@code none}, or the first names and how many more there are. */
    static String of(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        List<String> told = new ArrayList<>(names);
        String first = String.join(", ", told.subList(0, Math.min(MOST, told.size())));
        return told.size() > MOST ? first + " and " + (told.size() - MOST) + " more" : first;
    }
}
