package dev.parityguard.service.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads replies in whichever form a client gives them: RESP2 has no maps, and some clients no texts. */
final class Replies {
    private Replies() {}

    /** The reply as text; null when it is none. */
    static @Nullable String text(@Nullable Object reply) {
        if (reply instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return reply instanceof CharSequence || reply instanceof Number || reply instanceof Boolean
                ? reply.toString()
                : null;
    }

    /** The reply's elements; null when it is no list. */
    static @Nullable List<? extends @Nullable Object> list(@Nullable Object reply) {
        return reply instanceof List<?> list ? list : null;
    }

    /** The reply's entries by lower-case name: a map, or a list of names and values in turn. Else empty. */
    static Map<String, @Nullable Object> map(@Nullable Object reply) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (reply instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> put(map, name, value));
        } else if (reply instanceof List<?> list) {
            for (int i = 0; i + 1 < list.size(); i += 2) {
                put(map, list.get(i), list.get(i + 1));
            }
        }
        return map;
    }

    /** The lines {@code name:value} of a reply to INFO, or the words {@code name=value} of one to CLIENT INFO. */
    static Map<String, String> fields(@Nullable String text, String betweenFields, char betweenNameAndValue) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text == null ? List.<String>of() : List.of(text.split(betweenFields))) {
            int end = field.indexOf(betweenNameAndValue);
            if (end > 0) {
                fields.put(field.substring(0, end), field.substring(end + 1).strip());
            }
        }
        return fields;
    }

    /** The names of the commands that COMMAND INFO knows, in upper case. */
    static List<String> commandNames(List<? extends @Nullable Object> reply) {
        List<String> names = new ArrayList<>();
        for (Object command : reply) {
            List<? extends @Nullable Object> description = list(command);
            String name = description == null || description.isEmpty() ? null : text(description.get(0));
            if (name != null) {
                names.add(name.toUpperCase(java.util.Locale.ROOT));
            }
        }
        return names;
    }

    private static void put(Map<String, @Nullable Object> map, @Nullable Object name, @Nullable Object value) {
        String text = text(name);
        if (text != null) {
            map.put(text.toLowerCase(java.util.Locale.ROOT), value);
        }
    }
}
