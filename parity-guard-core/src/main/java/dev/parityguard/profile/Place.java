package dev.parityguard.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    List<String> texts() {
        return items().stream().map(Place::text).toList();
    }

    /** A string, or an array of strings. */
    List<String> oneOrMore() {
        if (value instanceof JsonValue.Text text) {
            return List.of(text.text());
        }
        if (!(value instanceof JsonValue.Array)) {
            throw wrongType("a string or an array of strings");
        }
        return items().stream().map(Place::anyText).toList();
    }

    /** What an object that maps names of the application's own to something holds. */
    <T> Map<String, T> map(String what, int most, Function<Place, T> read) {
        Map<String, Place> members = members();
        if (members.size() > most) {
            throw wrong("holds " + members.size() + " " + what + "; at most " + most + " are allowed");
        }
        Map<String, T> map = new LinkedHashMap<>();
        members.forEach((name, place) -> map.put(name, read.apply(place)));
        return map;
    }

    /** The members of an object whose keys the format knows. */
    Keys keys(String what, String... allowed) {
        List<String> known = List.of(allowed);
        mapping().members().forEach((name, member) -> {
            if (!known.contains(name)) {
                throw source.error(
                        member.start(),
                        pointer() + Source.step(name),
                        "`" + Source.quotable(name) + "` is no key of " + what + "." + NearMiss.hint(name, known)
                                + " Allowed: " + String.join(", ", known));
            }
        });
        return new Keys(this, members());
    }

    private Map<String, Place> members() {
        Map<String, Place> members = new LinkedHashMap<>();
        mapping().members().forEach((name, member) -> members.put(name, new Place(source, this, name, member.value())));
        return members;
    }

    private JsonValue.Mapping mapping() {
        if (value instanceof JsonValue.Mapping mapping) {
            return mapping;
        }
        throw wrongType("an object");
    }

    /** A name that the application gives: short and printable, since it appears in logs and metrics. */
    static void checkName(Place place, String name, String what, String forbidden) {
        boolean odd = name.isBlank()
                || name.length() > LONGEST_NAME
                || !name.equals(name.strip())
                || name.chars().anyMatch(c -> Character.isISOControl(c) || forbidden.indexOf(c) >= 0);
        if (odd) {
            throw place.wrong("`" + Source.quotable(name) + "` is no name of " + what + ": it has 1 to " + LONGEST_NAME
                    + " characters, no blanks around it, no control characters"
                    + (forbidden.isEmpty() ? "" : " and none of " + forbidden));
        }
    }
}
