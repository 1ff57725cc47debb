package dev.parityguard.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code images.properties} says of products: image, command, and the options that set a fact. */
final class Images {
    private static final Pattern FACT = Pattern.compile("\\{([^}]+)}");

    private final SortedMap<String, String> texts = new TreeMap<>();

    private Images(Properties properties) {
        properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    }

    static Images known() {
        try (InputStream bytes = Images.class.getResourceAsStream("images.properties")) {
            if (bytes == null) {
                throw new IllegalStateException("images.properties is not beside the class that reads it");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return new Images(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The image of a product, with {@code {version}} for its version; null for one that is not known. */
    @Nullable
    String image(String product) {
        return texts.get(product + ".image");
    }

    /** All products of which an image is known. */
    SortedSet<String> products() {
        SortedSet<String> products = new TreeSet<>();
        for (String key : texts.keySet()) {
            if (key.endsWith(".image")) {
                products.add(key.substring(0, key.length() - ".image".length()));
            }
        }
        return products;
    }

    /** The variables whose conditions hold and whose texts hold only facts that are known. */
    Map<String, String> environment(String product, SortedMap<String, List<String>> facts) {
        Map<String, String> environment = new TreeMap<>();
        starting(product + ".environment.").forEach((key, text) -> {
            int condition = key.indexOf('[');
            if (condition < 0 || holds(key.substring(condition + 1, key.length() - 1), facts)) {
                String filled = filled(text, facts);
                if (filled != null) {
                    environment.put(condition < 0 ? key : key.substring(0, condition), filled);
                }
            }
        });
        return environment;
    }

    /** The command with the options for facts that are not as the image has them by itself; empty when there is none. */
    List<String> command(String product, SortedMap<String, List<String>> facts) {
        List<String> command = new ArrayList<>();
        starting(product + ".option.").forEach((fact, option) -> {
            List<String> values = facts.getOrDefault(fact, List.of());
            if (values.size() != 1 || values.get(0).equals(texts.get(product + ".usual." + fact))) {
                return;
            }
            String own = texts.get(product + ".option-when." + fact + "." + values.get(0));
            String said = own == null ? option : own;
            if (!said.isEmpty()) {
                for (String argument : said.split(" ", 2)) {
                    command.add(argument.replace("{value}", values.get(0)));
                }
            }
        });
        if (!command.isEmpty()) {
            command.add(0, texts.getOrDefault(product + ".command", product));
        }
        return command;
    }

    private SortedMap<String, String> starting(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        texts.tailMap(prefix).forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), text);
            }
        });
        return found;
    }

    /** Whether the fact has the value in {@code fact/value}. */
    private static boolean holds(String condition, SortedMap<String, List<String>> facts) {
        int slash = condition.indexOf('/');
        return facts.getOrDefault(condition.substring(0, slash), List.of())
                .equals(List.of(condition.substring(slash + 1)));
    }

    private static @Nullable String filled(String text, SortedMap<String, List<String>> facts) {
        Matcher fact = FACT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (fact.find()) {
            List<String> values = facts.getOrDefault(fact.group(1), List.of());
            if (values.size() != 1) {
                return null;
            }
            fact.appendReplacement(filled, Matcher.quoteReplacement(values.get(0)));
        }
        return fact.appendTail(filled).toString();
    }
}
