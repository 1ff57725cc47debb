package dev.parityguard.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of variables, one {@code NAME=value} a line, as shells and Docker Compose read it: {@code export} and comments,
 * values in single quotes as they are, values in double quotes with escapes and over several lines. {@code ${NAME}} stands
 * for a variable of a line above, or of the process; where there is none it stays.
 */
public final class EnvFile {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final Pattern NAME =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=[ \\t]*(.*)", Pattern.DOTALL);
    private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.DOTALL);
    private static final Pattern SINGLE = Pattern.compile("'([^']*+)'");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final String source;
    private final Function<String, @Nullable String> outside;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private EnvFile(String source, Function<String, @Nullable String> outside) {
        this.source = source;
        this.outside = outside;
    }

    /** The variables of a file, in its order. What is wrong is told by line, never by content. */
    public static Map<String, String> read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder, not a file of variables");
        }
        if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
            throw new BadInput(file + " is no file of variables: it has more than " + MAX_BYTES + " bytes");
        }
        return parse(Files.readString(file), file.toString(), System::getenv);
    }

    /** The variables of a text. */
    static Map<String, String> parse(String text, String source, Function<String, @Nullable String> outside) {
        EnvFile file = new EnvFile(source, outside);
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            at = file.line(lines, at);
        }
        return file.variables;
    }

    /** Reads what begins on that line, and gives the line on which it ends. */
    private int line(String[] lines, int start) {
        String line = lines[start].strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return start;
        }
        int end = start;
        while (isOpen(line) && end + 1 < lines.length) {
            end++;
            line = line + "\n" + lines[end];
        }
        Matcher entry = NAME.matcher(line);
        if (isOpen(line)) {
            throw wrong(start, "a quote is never closed");
        }
        if (!entry.matches()) {
            throw wrong(start, "this is no NAME=value");
        }
        variables.put(entry.group(1), value(entry.group(2), start));
        return end;
    }

    private static boolean isOpen(String line) {
        Matcher entry = NAME.matcher(line);
        if (!entry.matches()) {
            return false;
        }
        String value = entry.group(2);
        return (value.startsWith("\"") && !DOUBLE.matcher(value).lookingAt())
                || (value.startsWith("'") && !SINGLE.matcher(value).lookingAt());
    }

    private String value(String text, int line) {
        Matcher single = SINGLE.matcher(text);
        if (single.lookingAt()) {
            nothingBehind(text.substring(single.end()), line);
            return single.group(1);
        }
        Matcher twofold = DOUBLE.matcher(text);
        if (twofold.lookingAt()) {
            nothingBehind(text.substring(twofold.end()), line);
            return expanded(unescaped(twofold.group(1)));
        }
        return expanded(text.replaceFirst("(^|\\s)#.*", "").strip());
    }

    private void nothingBehind(String rest, int line) {
        if (!rest.isBlank() && !rest.strip().startsWith("#")) {
            throw wrong(line, "something follows the closing quote");
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\$", "$")
                .replace("\\\\", "\\");
    }

    private String expanded(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String name = reference.group(1);
            String value = variables.containsKey(name) ? variables.get(name) : outside.apply(name);
            return Matcher.quoteReplacement(value == null ? reference.group() : value);
        });
    }

    private BadInput wrong(int line, String what) {
        return new BadInput(source + ":" + (line + 1) + ": " + what);
    }
}
