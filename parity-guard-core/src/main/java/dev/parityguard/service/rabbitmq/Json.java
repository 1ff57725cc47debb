package dev.parityguard.service.rabbitmq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads JSON into sorted maps, lists and texts; numbers and truth values become texts. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static @Nullable Object read(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    /** The map, or an empty one when it is something else. */
    static Map<String, @Nullable Object> map(@Nullable Object json) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        if (json instanceof Map<?, ?> any) {
            any.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    /** The list, or an empty one when it is something else. */
    static List<?> list(@Nullable Object json) {
        return json instanceof List<?> any ? any : List.of();
    }

    /** One line that is the same whatever the order of the members: {@code a=1, b=2}; {@code none} for an empty map. */
    static String line(Map<String, @Nullable Object> map) {
        return map.isEmpty()
                ? "none"
                : map.entrySet().stream()
                        .map(member -> member.getKey() + "=" + member.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        if (token == null) {
            throw new IOException("the text ends too early");
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
