package dev.parityguard.cli.declared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One container, or one managed service, as a file declares it.
 *
 * @param name what the file calls it
 * @param line where it begins, counted from 1
 * @param image the image, or null where it is built here or is none
 * @param command what is run in it, word by word; empty for the image's own
 * @param variables its variables; a null value is set from elsewhere
 * @param whole whether these are all of its variables
 * @param facts what is said of it directly, by fact name; empty where an image says it
 * @param kind the kind of service, where facts are said directly; else null
 */
record Declared(
        String name,
        int line,
        @Nullable String image,
        List<String> command,
        Map<String, @Nullable String> variables,
        boolean whole,
        Map<String, String> facts,
        @Nullable String kind) {

    static Declared container(
            String name,
            int line,
            @Nullable String image,
            List<String> command,
            Map<String, @Nullable String> variables,
            boolean whole) {
        return new Declared(name, line, image, command, variables, whole, Map.of(), null);
    }

    static Declared managed(String name, int line, String kind, Map<String, String> facts) {
        return new Declared(name, line, null, List.of(), Map.of(), true, facts, kind);
    }
}
