package dev.parityguard.cli.declared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Dockerfile: the images that its stages begin with. */
final class Dockerfile {
    private static final Pattern FROM =
            Pattern.compile("(?i)FROM\\s+(?:--platform=\\S+\\s+)?(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*");
    private static final Pattern ARG = Pattern.compile("(?i)ARG\\s+([A-Za-z_][A-Za-z0-9_]*)(?:=(\\S*))?\\s*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)}?");

    private Dockerfile() {}

    static boolean isOne(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .filter(line -> !ARG.matcher(line).matches())
                .findFirst()
                .filter(line -> FROM.matcher(line).matches())
                .isPresent();
    }

    static Declaration read(String text, Path file) {
        List<Declared> stages = new ArrayList<>();
        List<Declaration.Remark> remarks = new ArrayList<>();
        Map<String, String> arguments = new HashMap<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            Matcher argument = ARG.matcher(line.strip());
            if (argument.matches() && argument.group(2) != null) {
                arguments.putIfAbsent(argument.group(1), argument.group(2).replaceAll("^[\"']|[\"']$", ""));
            }
            Matcher from = FROM.matcher(line.strip());
            if (!from.matches()) {
                continue;
            }
            String image = filled(from.group(1), arguments);
            String name = from.group(2) == null ? "stage " + (stages.size() + 1) : from.group(2);
            if (!names.contains(image.toLowerCase(Locale.ROOT)) && !image.equals("scratch")) {
                stages.add(Declared.container(name, number, image, List.of(), Map.of(), false));
            }
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return new Declaration(file.toString(), stages, remarks);
    }

    private static String filled(String image, Map<String, String> arguments) {
        return REFERENCE
                .matcher(Interpolation.of(image))
                .replaceAll(reference -> Matcher.quoteReplacement(
                        arguments.getOrDefault(reference.group(1), "${" + reference.group(1) + "}")));
    }
}
