package dev.parityguard.service.elasticsearch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The indices, aliases and data streams that the application uses.
 *
 * @param names as the application names them
 */
record Indices(List<String> names) {
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,\\s]+");

    Indices {
        names = List.copyOf(names);
    }

    /** Reads names that are separated by commas or blanks. */
    static Indices named(@Nullable String text) {
        return new Indices(BETWEEN_NAMES
                .splitAsStream(text == null ? "" : text)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    String path() {
        return names.stream().map(Indices::encoded).collect(Collectors.joining(","));
    }

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What was found, by the names that the application uses. */
    Map<String, Index> in(Document answer) {
        Map<String, Index> found = new TreeMap<>();
        for (String name : names) {
            Index last = null;
            for (Map.Entry<String, Document> one : answer.members().entrySet()) {
                Index index = new Index(one.getKey(), one.getValue());
                if (index.servesAs(name) && (last == null || index.comesAfter(last, name))) {
                    last = index;
                }
            }
            if (last != null) {
                found.put(name, last);
            }
        }
        return found;
    }
}
