package dev.parityguard.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts that one kind of service can have. Immutable and safe for use by several threads.
 *
 * <p>Read from a properties file in UTF-8 whose keys are {@code <fact>.<attribute>}. Attributes: {@code title},
 * {@code why}, {@code fix}, {@code compare}, {@code normalise}, {@code severity}, {@code absent}, {@code class},
 * {@code sound}, {@code sound-<use>}, {@code sound-severity}, {@code unknown}, {@code explained-by}, {@code summarised-by},
 * {@code after-migrations}, {@code cause}, {@code absent-cause}, {@code evidence}.
 */
public final class FactCatalogue {
    private static final Set<String> ATTRIBUTES = Set.of(
            "title",
            "why",
            "fix",
            "compare",
            "normalise",
            "severity",
            "absent",
            "class",
            "sound",
            "sound-severity",
            "unknown",
            "explained-by",
            "summarised-by",
            "after-migrations",
            "cause",
            "absent-cause",
            "evidence");

    private final SortedMap<String, FactDescription> byName;
    private final Set<String> summaries = new HashSet<>();
    private final SortedMap<String, FactDescription> byPrefix = new TreeMap<>(
            (a, b) -> a.length() != b.length() ? Integer.compare(b.length(), a.length()) : a.compareTo(b));

    private FactCatalogue(SortedMap<String, FactDescription> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
        for (Map.Entry<String, FactDescription> entry : byName.entrySet()) {
            String name = entry.getKey();
            if (name.endsWith("*")) {
                byPrefix.put(name.substring(0, name.length() - 1), entry.getValue());
            }
            String summary = entry.getValue().summarisedBy();
            if (summary != null) {
                summaries.add(summary);
            }
        }
    }

    /** A catalogue that describes nothing. */
    public static FactCatalogue empty() {
        return new FactCatalogue(new TreeMap<>());
    }

    /**
     * Reads a catalogue from a resource beside a class.
     *
     * @throws IllegalStateException when the resource is missing or malformed: a defect of the probe's package
     */
    public static FactCatalogue load(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no fact catalogue " + resource + " beside " + beside.getName());
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a catalogue from properties.
     *
     * @throws IllegalStateException when an attribute is unknown or its value is none of the allowed ones
     */
    public static FactCatalogue of(Properties properties) {
        Map<String, Map<String, String>> attributes = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            String attribute = key.substring(dot + 1);
            if (dot < 1 || !(ATTRIBUTES.contains(attribute) || attribute.startsWith("sound-"))) {
                throw new IllegalStateException("fact catalogue: unknown attribute in " + key);
            }
            attributes
                    .computeIfAbsent(key.substring(0, dot), name -> new HashMap<>())
                    .put(attribute, properties.getProperty(key).strip());
        }
        SortedMap<String, FactDescription> byName = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> fact : attributes.entrySet()) {
            byName.put(fact.getKey(), describe(fact.getKey(), fact.getValue()));
        }
        return new FactCatalogue(byName);
    }

    /** What is known of the fact of that name: its own description, else that of the longest matching family. */
    public @Nullable FactDescription describe(String fact) {
        FactDescription own = byName.get(fact);
        if (own != null) {
            return own;
        }
        for (Map.Entry<String, FactDescription> family : byPrefix.entrySet()) {
            if (fact.startsWith(family.getKey())) {
                return family.getValue();
            }
        }
        return null;
    }

    /** Whether a fact sums up others. */
    public boolean isSummary(String fact) {
        return summaries.contains(fact);
    }

    /** Every description, sorted by name. */
    public Collection<FactDescription> all() {
        return byName.values();
    }

    private static FactDescription describe(String name, Map<String, String> values) {
        for (String required : new String[] {"title", "why", "fix"}) {
            if (values.getOrDefault(required, "").isEmpty()) {
                throw new IllegalStateException("fact catalogue: " + name + " has no " + required);
            }
        }
        Map<String, String> sound = new HashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            String attribute = value.getKey();
            if (attribute.equals("sound")) {
                sound.put("", value.getValue());
            } else if (attribute.startsWith("sound-") && !attribute.equals("sound-severity")) {
                sound.put(attribute.substring("sound-".length()), value.getValue());
            }
        }
        Severity severity = choice(name, values, "severity", Severity.values(), Severity.WARNING);
        return new FactDescription(
                name,
                values.getOrDefault("title", ""),
                values.getOrDefault("why", ""),
                values.getOrDefault("fix", ""),
                choice(name, values, "compare", Compare.values(), Compare.EXACT),
                choice(name, values, "normalise", Normalisation.values(), Normalisation.NONE),
                severity,
                choice(name, values, "absent", Severity.values(), severity),
                choice(name, values, "class", FactClass.values(), FactClass.BEHAVIOUR),
                sound,
                choice(name, values, "sound-severity", Severity.values(), Severity.ERROR),
                choice(name, values, "unknown", Severity.values(), Severity.WARNING),
                values.get("explained-by"),
                values.get("summarised-by"),
                "yes".equals(values.get("after-migrations")),
                values.get("cause"),
                values.get("absent-cause"),
                values.getOrDefault("evidence", "server"));
    }

    /** An enumeration's words are its constants in lower case with hyphens. */
    private static <E extends Enum<E>> E choice(
            String fact, Map<String, String> values, String attribute, E[] all, E otherwise) {
        String text = values.get(attribute);
        if (text == null) {
            return otherwise;
        }
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return one;
            }
        }
        throw new IllegalStateException("fact catalogue: " + fact + "." + attribute + " cannot be '" + text + "'");
    }
}
