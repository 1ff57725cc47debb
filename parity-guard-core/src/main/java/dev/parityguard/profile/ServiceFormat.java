package dev.parityguard.profile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the keys of a service mean. */
final class ServiceFormat {
    private static final int MAX_PROPERTIES = 200;
    private static final int LONGEST = 2_000;
    private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private ServiceFormat() {}

    static ServiceExpectation read(Place place) {
        Keys keys = place.keys("a service", "kind", "url", "use", "owner", "runbook", "properties", "facts");
        return new ServiceExpectation(
                kind(keys.demand("kind")),
                url(keys.get("url")),
                keys.text("use"),
                keys.text("owner"),
                url(keys.get("runbook")),
                properties(keys.get("properties")),
                facts(keys.get("facts")));
    }

    private static String kind(Place place) {
        String kind = place.text();
        if (!KIND.matcher(kind).matches()) {
            throw place.wrong("a kind is written in lower case, such as postgresql, redis or s3");
        }
        return kind;
    }

    private static @Nullable String url(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        String url = bounded(place);
        if (ClearCredentials.inUrl(url)) {
            throw place.wrong("a URL in a profile must not hold a user or password; write ${VARIABLE} in their place");
        }
        return url;
    }

    private static String bounded(Place place) {
        String text = place.text();
        if (text.length() > LONGEST) {
            throw place.wrong("must have at most " + LONGEST + " characters");
        }
        return text;
    }

    private static SortedMap<String, String> properties(@Nullable Place place) {
        SortedMap<String, String> properties = new TreeMap<>();
        if (place != null) {
            for (Map.Entry<String, Place> property :
                    place.map("properties", MAX_PROPERTIES).entrySet()) {
                String value = bounded(property.getValue());
                if (ClearCredentials.inProperty(property.getKey(), value)) {
                    throw property.getValue()
                            .wrong("a property must not hold a secret in clear; write ${VARIABLE} in its place");
                }
                properties.put(property.getKey(), value);
            }
        }
        return properties;
    }

    private static SortedMap<String, List<String>> facts(@Nullable Place place) {
        SortedMap<String, List<String>> facts = new TreeMap<>();
        if (place != null) {
            for (Map.Entry<String, Place> fact :
                    place.map("facts", ProfileFormat.MAX_FACTS).entrySet()) {
                if (fact.getKey().isEmpty()) {
                    throw place.wrong("the name of a fact must not be empty");
                }
                facts.put(fact.getKey(), fact.getValue().oneOrMore());
            }
        }
        return facts;
    }
}
