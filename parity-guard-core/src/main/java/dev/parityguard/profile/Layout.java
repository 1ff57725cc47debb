package dev.parityguard.profile;

import dev.parityguard.fact.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How a text is laid out, so that what is added looks like the rest.
 *
 * @param lineEnd what ends a line
 * @param unit one step of indentation
 */
record Layout(String lineEnd, String unit) {
    static final Layout STANDARD = new Layout("\n", "  ");

    /** The layout of an object's text: its first line end, and the indentation of its first member. */
    static Layout of(String text, JsonValue.Mapping root) {
        int line = text.indexOf('\n');
        String lineEnd = line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
        String unit = root.members().values().stream()
                .findFirst()
                .map(first -> indentation(text, first.start()))
                .orElse("");
        return new Layout(lineEnd, unit.isEmpty() ? STANDARD.unit : unit);
    }

    /** The blanks with which the line of that offset begins. */
    static String indentation(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = start;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** An object with one member a line, standing on a line of that indentation. */
    String object(String indentation, List<String> members) {
        if (members.isEmpty()) {
            return "{}";
        }
        String separator = lineEnd + indentation + unit;
        return "{" + separator + String.join("," + separator, members) + lineEnd + indentation + "}";
    }

    /** An array of one item on a line of its own. */
    String array(String indentation, String item) {
        return "[" + lineEnd + indentation + unit + item + lineEnd + indentation + "]";
    }

    static String member(String name, String json) {
        return string(name) + ": " + json;
    }

    static String string(String text) {
        return Fingerprint.quoted(text);
    }

    /** A service's facts. */
    String facts(String indentation, SortedMap<String, List<String>> facts) {
        List<String> members = new ArrayList<>();
        facts.forEach((name, values) -> members.add(member(name, values(values))));
        return object(indentation, members);
    }

    static String captured(Profile.Captured captured) {
        List<String> members = new ArrayList<>();
        if (captured.environment() != null) {
            members.add(member("environment", string(captured.environment())));
        }
        members.add(member("at", string(captured.at().toString())));
        members.add(member("by", string(captured.by())));
        return "{ " + String.join(", ", members) + " }";
    }

    /** A service that the profile did not have. */
    String service(String indentation, CapturedService service) {
        List<String> members = new ArrayList<>();
        members.add(member("kind", string(service.kind())));
        if (service.url() != null) {
            members.add(member("url", string(service.url())));
        }
        if (service.use() != null) {
            members.add(member("use", string(service.use())));
        }
        if (!service.properties().isEmpty()) {
            List<String> properties = new ArrayList<>();
            for (Map.Entry<String, String> property : service.properties().entrySet()) {
                properties.add(member(property.getKey(), string(property.getValue())));
            }
            members.add(member("properties", object(indentation + unit, properties)));
        }
        members.add(member("facts", facts(indentation + unit, CapturedFacts.of(service))));
        return object(indentation, members);
    }

    private static String values(List<String> values) {
        return values.size() == 1
                ? string(values.get(0))
                : "[" + String.join(", ", values.stream().map(Layout::string).toList()) + "]";
    }
}
