package dev.parityguard.profile;

import dev.parityguard.fact.Fingerprint;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Writes a JSON value as RFC 8785 does: sorted names, no blanks. A profile holds no numbers but small integers. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(JsonValue value) {
        if (value instanceof JsonValue.Mapping object) {
            StringJoiner json = new StringJoiner(",", "{", "}");
            new TreeMap<>(object.members())
                    .forEach((name, member) -> json.add(Fingerprint.quoted(name) + ":" + of(member.value())));
            return json.toString();
        }
        if (value instanceof JsonValue.Array array) {
            StringJoiner json = new StringJoiner(",", "[", "]");
            array.items().forEach(item -> json.add(of(item)));
            return json.toString();
        }
        if (value instanceof JsonValue.Text text) {
            return Fingerprint.quoted(text.text());
        }
        if (value instanceof JsonValue.Whole whole) {
            return String.valueOf(whole.number());
        }
        return value.what();
    }
}
