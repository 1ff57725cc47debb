package dev.parityguard.spring.standin;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of Hibernate's dialects speak to which driver. */
final class Dialects {
    private static final Map<String, String[]> BY_DRIVER = Map.of(
            "postgresql", new String[] {"postgres", "cockroach", "yugabyte"},
            "mysql", new String[] {"mysql", "mariadb", "tidb"},
            "mariadb", new String[] {"mariadb", "mysql"},
            "oracle", new String[] {"oracle"},
            "sqlserver", new String[] {"sqlserver"},
            "db2", new String[] {"db2"},
            "h2", new String[] {"h2"},
            "hsqldb", new String[] {"hsql"},
            "derby", new String[] {"derby"},
            "sqlite", new String[] {"sqlite"});

    private Dialects() {}

    /** Whether the dialect is one for the driver of that URL, or null where that cannot be told. */
    static @Nullable Boolean fit(String dialect, String url) {
        String[] parts = url.split(":", 3);
        String[] fitting = parts.length == 3 ? BY_DRIVER.get(parts[1]) : null;
        String name = dialect.toLowerCase(Locale.ROOT);
        if (fitting == null || !isKnown(name)) {
            return null;
        }
        return contains(name, fitting);
    }

    private static boolean isKnown(String name) {
        return BY_DRIVER.values().stream().anyMatch(words -> contains(name, words));
    }

    private static boolean contains(String name, String[] words) {
        for (String word : words) {
            if (name.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
