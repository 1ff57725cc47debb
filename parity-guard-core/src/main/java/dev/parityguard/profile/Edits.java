package dev.parityguard.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text that leave everything else as it is, character by character. */
final class Edits {
    private final String text;
    private final Layout layout;
    private final List<Edit> edits = new ArrayList<>();

    Edits(String text, Layout layout) {
        this.text = text;
        this.layout = layout;
    }

    /** From {@code start} up to {@code end}, which may be the same place. */
    private record Edit(int start, int end, String replacement) {}

    /** A member as it is written on a line of that indentation. */
    @FunctionalInterface
    interface Rendering {
        String at(String indentation);
    }

    void replace(JsonValue value, String replacement) {
        edits.add(new Edit(value.start(), value.end(), replacement));
    }

    /** Adds a member behind the last one of an object that has some, laid out like the first one. */
    void append(JsonValue.Mapping object, Rendering member) {
        int last = 0;
        for (JsonValue.Member each : object.members().values()) {
            last = each.value().end();
        }
        insert(object, last, member);
    }

    /** Adds an item behind the last one of an array, laid out like it. */
    void append(JsonValue.Array array, String item) {
        if (array.items().isEmpty()) {
            edits.add(
                    new Edit(array.start(), array.end(), layout.array(Layout.indentation(text, array.start()), item)));
            return;
        }
        JsonValue last = array.items().get(array.items().size() - 1);
        boolean ownLine = text.substring(array.start(), last.start()).indexOf('\n') >= 0;
        String before = ownLine ? layout.lineEnd() + Layout.indentation(text, last.start()) : " ";
        edits.add(new Edit(last.end(), last.end(), "," + before + item));
    }

    /** Adds a member at that offset, which is the end of another one. */
    void insert(JsonValue.Mapping object, int offset, Rendering member) {
        int first = object.members().values().iterator().next().start();
        boolean ownLine = text.substring(object.start(), first).indexOf('\n') >= 0;
        String indentation = Layout.indentation(text, ownLine ? first : object.start());
        edits.add(new Edit(
                offset, offset, "," + (ownLine ? layout.lineEnd() + indentation : " ") + member.at(indentation)));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The text with all replacements made. */
    String applied() {
        StringBuilder result = new StringBuilder(text.length() + 1_000);
        int done = 0;
        // The sort is stable: what is added at one place keeps its order.
        edits.sort(Comparator.comparingInt(Edit::start));
        for (Edit edit : edits) {
            result.append(text, done, edit.start()).append(edit.replacement());
            done = edit.end();
        }
        return result.append(text, done, text.length()).toString();
    }
}
