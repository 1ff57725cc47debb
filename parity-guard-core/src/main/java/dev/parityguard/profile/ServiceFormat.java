package dev.parityguard.profile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the keys of a service mean. */
final class ServiceFormat {
    private static final int MAX_PROPERTIES = 200;
    private static final int LONGEST = 2_000;
    private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private ServiceFormat() {}

    static ServiceExpectation read(Place place) {
        Keys keys = place.keys("a service", "kind", "url", "use", "owner", "runbook", "properties", "facts");
        return new ServiceExpectation(
                keys.demand("kind", ServiceFormat::kind),
                keys.get("url", ServiceFormat::url),
                keys.get("use", Place::text),
                keys.get("owner", Place::text),
                keys.get("runbook", ServiceFormat::url),
                keys.get("properties", ServiceFormat::properties, new TreeMap<>()),
                keys.get("facts", ServiceFormat::facts, new TreeMap<>()));
    }

    private static String kind(Place place) {
        String kind = place.text();
        if (!KIND.matcher(kind).matches()) {
            throw place.wrong("a kind is written in lower case, such as postgresql, redis or s3");
        }
        return kind;
    }

    private static String url(Place place) {
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

    private static SortedMap<String, String> properties(Place place) {
        SortedMap<String, String> properties =
                new TreeMap<>(place.map("properties", MAX_PROPERTIES, ServiceFormat::bounded));
        properties.forEach((name, value) -> {
            if (ClearCredentials.inProperty(name, value)) {
                throw place.wrong(
                        "`" + Source.quotable(name) + "` must not hold a secret; write ${VARIABLE} in its place");
            }
        });
        return properties;
    }

    private static SortedMap<String, List<String>> facts(Place place) {
        SortedMap<String, List<String>> facts =
                new TreeMap<>(place.map("facts", ProfileFormat.MAX_FACTS, Place::oneOrMore));
        if (facts.containsKey("")) {
            throw place.wrong("the name of a fact must not be empty");
        }
        return facts;
    }
}
