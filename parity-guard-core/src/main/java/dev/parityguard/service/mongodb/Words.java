package dev.parityguard.service.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** The same text for the same document, whatever the order of its names and whether 1 is an int or a double. */
final class Words {
    private Words() {}

    static String of(@Nullable Object value) {
        if (value instanceof Map<?, ?> document) {
            Map<String, String> sorted = new TreeMap<>();
            document.forEach((name, inner) -> sorted.put(String.valueOf(name), of(inner)));
            return sorted.isEmpty() ? "default" : inner(sorted);
        } else if (value instanceof List<?> list) {
            List<String> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element)));
            return elements.toString();
        } else if (value instanceof BsonString text) {
            return text.getValue();
        } else if (value instanceof BsonNumber number) {
            return number(number.doubleValue());
        } else if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        return String.valueOf(value);
    }

    private static String inner(Map<String, String> sorted) {
        StringJoiner members = new StringJoiner(", ", "{", "}");
        sorted.forEach((name, text) -> members.add(name + "=" + text));
        return members.toString();
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
