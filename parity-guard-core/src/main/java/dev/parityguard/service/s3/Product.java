package dev.parityguard.service.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who answers, by several signals: a single header is no proof, since proxies rewrite {@code Server}. What is known of a
 * product without writing to it is data in {@code products.properties}.
 *
 * @param name {@code minio}, {@code aws-s3} …, or {@code unknown}
 * @param behaviour the product's behaviour by fact name, as documented or tried
 */
record Product(String name, Map<String, String> behaviour) {
    static final String UNKNOWN = "unknown";
    /** One strong signal or several weak ones. */
    private static final int ENOUGH = 3;

    Product {
        behaviour = Map.copyOf(behaviour);
    }

    /**
     * Recognises a product.
     *
     * @param signals header values by lower-case header name, and {@code host}, {@code code}, {@code prolog}
     */
    static Product recognise(Map<String, Set<String>> signals) {
        Properties known = known();
        Map<String, Integer> scores = new TreeMap<>();
        for (String key : known.stringPropertyNames()) {
            int at = key.indexOf(".signal.");
            if (at > 0) {
                String[] weighted = known.getProperty(key).split(" ", 2);
                Set<String> seen = signals.getOrDefault(key.substring(at + ".signal.".length()), Set.of());
                if (anyMatches(seen, weighted[1])) {
                    String product = key.substring(0, at);
                    scores.put(product, scores.getOrDefault(product, 0) + Integer.parseInt(weighted[0]));
                }
            }
        }
        return named(best(scores), known);
    }

    private static boolean anyMatches(Set<String> values, String pattern) {
        for (String value : values) {
            if (value.matches(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** What is known of the product of that name. */
    static Product named(String name) {
        return named(name, known());
    }

    private static String best(Map<String, Integer> scores) {
        String best = UNKNOWN;
        int most = ENOUGH - 1;
        for (Map.Entry<String, Integer> score : scores.entrySet()) {
            if (score.getValue() > most) {
                best = score.getKey();
                most = score.getValue();
            } else if (score.getValue() == most) {
                best = UNKNOWN;
            }
        }
        return best;
    }

    private static Product named(String name, Properties known) {
        Map<String, String> behaviour = new TreeMap<>();
        String prefix = name + ".behaviour.";
        for (String key : known.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                behaviour.put(key.substring(name.length() + 1), known.getProperty(key));
            }
        }
        return new Product(name, behaviour);
    }

    private static Properties known() {
        Properties known = new Properties();
        try (@Nullable InputStream in = Product.class.getResourceAsStream("products.properties")) {
            if (in == null) {
                throw new IllegalStateException("products.properties is missing");
            }
            known.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
