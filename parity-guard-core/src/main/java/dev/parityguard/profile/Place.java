package dev.parityguard.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of the profile with the way to it, so that every complaint says where.
 *
 * @param step its name or number in what holds it
 */
record Place(Source source, @Nullable Place parent, String step, JsonValue value) {
    private static final int LONGEST_NAME = 200;

    static Place root(Source source, JsonValue value) {
        return new Place(source, null, "", value);
    }

    String pointer() {
        return parent == null ? "" : parent.pointer() + Source.step(step);
    }

    ProfileException wrong(String sentence) {
        return source.error(value.start(), pointer(), sentence);
    }

    private ProfileException wrongType(String allowed) {
        String hint = allowed.startsWith("a string")
                        && !(value instanceof JsonValue.Mapping)
                        && !(value instanceof JsonValue.Array)
                        && !value.what().equals("null")
                ? "; write it in quotes"
                : "";
        return wrong("must be " + allowed + ", not " + value.what() + hint);
    }

    /** A string, also an empty one. */
    String anyText() {
        if (value instanceof JsonValue.Text text) {
            return text.text();
        }
        throw wrongType("a string");
    }

    /** A string that says something. */
    String text() {
        String text = anyText();
        if (text.isBlank()) {
            throw wrong("must not be empty");
        }
        return text;
    }

    boolean flag() {
        if (value instanceof JsonValue.Flag flag) {
            return flag.flag();
        }
        throw wrongType("true or false");
    }

    long integer() {
        if (value instanceof JsonValue.Whole whole) {
            return whole.number();
        }
        throw wrongType("an integer");
    }

    /** One of an enumeration's words. */
    <E> E word(String what, Map<String, E> words) {
        String text = anyText();
        E found = words.get(text);
        if (found == null) {
            throw wrong("`" + Source.quotable(text) + "` is no " + what + "." + NearMiss.hint(text, words.keySet())
                    + " Allowed: " + String.join(", ", words.keySet()));
        }
        return found;
    }

    /** The items of an array. */
    List<Place> anyItems() {
        if (!(value instanceof JsonValue.Array array)) {
            throw wrongType("an array");
        }
        List<Place> items = new ArrayList<>();
        for (JsonValue item : array.items()) {
            items.add(new Place(source, this, String.valueOf(items.size()), item));
        }
        return items;
    }

    /** The items of an array that is not empty. */
    List<Place> items() {
        List<Place> items = anyItems();
        if (items.isEmpty()) {
            throw wrong("must not be an empty array");
        }
        return items;
    }

    /** The strings of an array, each of which says something. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Place item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    /** A string, or an array of strings. */
    List<String> oneOrMore() {
        if (value instanceof JsonValue.Text text) {
            return List.of(text.text());
        }
        if (!(value instanceof JsonValue.Array)) {
            throw wrongType("a string or an array of strings");
        }
        List<String> texts = new ArrayList<>();
        for (Place item : items()) {
            texts.add(item.anyText());
        }
        return texts;
    }

    /** What an object holds that maps names of the application's own to something. */
    Map<String, Place> map(String what, int most) {
        Map<String, Place> members = members();
        if (members.size() > most) {
            throw wrong("holds " + members.size() + " " + what + "; at most " + most + " are allowed");
        }
        return members;
    }

    /** The members of an object whose keys the format knows. */
    Keys keys(String what, String... allowed) {
        List<String> known = List.of(allowed);
        for (Map.Entry<String, JsonValue.Member> entry : mapping().members().entrySet()) {
            String name = entry.getKey();
            if (!known.contains(name)) {
                throw source.error(
                        entry.getValue().start(),
                        pointer() + Source.step(name),
                        "`" + Source.quotable(name) + "` is no key of " + what + "." + NearMiss.hint(name, known)
                                + " Allowed: " + String.join(", ", known));
            }
        }
        return new Keys(this, members());
    }

    private Map<String, Place> members() {
        Map<String, Place> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue.Member> entry : mapping().members().entrySet()) {
            members.put(
                    entry.getKey(),
                    new Place(source, this, entry.getKey(), entry.getValue().value()));
        }
        return members;
    }

    private JsonValue.Mapping mapping() {
        if (value instanceof JsonValue.Mapping mapping) {
            return mapping;
        }
        throw wrongType("an object");
    }

    /** A string that is a name. */
    String name(String what) {
        String name = text();
        checkName(name, what, "");
        return name;
    }

    /** Checks a name that the application gives: short and printable, since it appears in logs and metrics. */
    void checkName(String name, String what, String forbidden) {
        boolean odd = name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip());
        for (int i = 0; i < name.length(); i++) {
            odd |= Character.isISOControl(name.charAt(i)) || forbidden.indexOf(name.charAt(i)) >= 0;
        }
        if (odd) {
            throw wrong("`" + Source.quotable(name) + "` is no name of " + what + ": it has 1 to " + LONGEST_NAME
                    + " characters, no blanks around it, no control characters"
                    + (forbidden.isEmpty() ? "" : " and none of " + forbidden));
        }
    }
}
