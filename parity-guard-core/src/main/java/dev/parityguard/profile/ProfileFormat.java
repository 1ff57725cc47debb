package dev.parityguard.profile;

import dev.parityguard.fact.Mode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Format 1 as a whole: what the keys of the root object mean. */
final class ProfileFormat {
    static final int MAX_SERVICES = 500;
    static final int MAX_VARIABLES = 5_000;
    static final int MAX_RULES = 1_000;
    static final int MAX_MODES = 200;
    static final int MAX_FACTS = 50_000;

    /** The name under which rules and reports speak of the variables, as of a service. */
    private static final String VARIABLES = "environment";

    private ProfileFormat() {}

    static Profile read(Place root) {
        if (!(root.value() instanceof JsonValue.Mapping object)) {
            throw root.wrong(
                    "a profile must be one JSON object, not " + root.value().what());
        }
        checkFormat(root, object);
        Keys keys = root.keys(
                "a profile", "$schema", "format", "name", "captured", "modes", "variables", "services", "rules");
        keys.anyText("$schema");
        return new Profile(
                keys.demand("name").name("a profile"),
                captured(keys.get("captured")),
                modes(keys.get("modes")),
                variables(keys.get("variables")),
                services(keys.get("services")),
                rules(keys.get("rules")));
    }

    /** Comes first: a newer format may well have keys that this release does not know. */
    private static void checkFormat(Place root, JsonValue.Mapping object) {
        JsonValue.Member member = object.members().get("format");
        if (member == null) {
            throw root.wrong("`format` is missing; write \"format\": " + Profile.FORMAT);
        }
        Place place = new Place(root.source(), root, "format", member.value());
        long format = place.integer();
        if (format > Profile.FORMAT) {
            throw place.wrong("this profile needs a newer parity-guard: it has format " + format
                    + ", and this release reads format " + Profile.FORMAT);
        }
        if (format < Profile.FORMAT) {
            throw place.wrong("there never was a format " + format + "; write " + Profile.FORMAT);
        }
    }

    private static Profile.@Nullable Captured captured(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        Keys keys = place.keys("`captured`", "environment", "at", "by");
        Place environment = keys.get("environment");
        return new Profile.Captured(
                environment == null ? null : environment.name("an environment"),
                instant(keys.demand("at")),
                keys.demand("by").text());
    }

    private static Instant instant(Place place) {
        String text = place.text();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw place.wrong("`" + Source.quotable(text) + "` is no time; write it as 2026-11-20T09:12:00Z");
        }
    }

    private static SortedMap<String, EnvironmentPolicy> modes(@Nullable Place place) {
        SortedMap<String, EnvironmentPolicy> modes = new TreeMap<>();
        if (place != null) {
            for (Map.Entry<String, Place> mode : place.map("modes", MAX_MODES).entrySet()) {
                place.checkName(mode.getKey(), "an environment", "");
                modes.put(mode.getKey(), policy(mode.getValue()));
            }
        }
        return modes;
    }

    private static EnvironmentPolicy policy(Place place) {
        if (place.value() instanceof JsonValue.Mapping) {
            Keys keys = place.keys("a mode", "mode", "unknown");
            return new EnvironmentPolicy(mode(keys.demand("mode")), keys.severity("unknown"));
        }
        return new EnvironmentPolicy(mode(place), null);
    }

    private static Mode mode(Place place) {
        return place.word("mode", Words.MODE);
    }

    private static SortedMap<String, VariableContract> variables(@Nullable Place place) {
        SortedMap<String, VariableContract> variables = new TreeMap<>();
        if (place != null) {
            for (Map.Entry<String, Place> variable :
                    place.map("variables", MAX_VARIABLES).entrySet()) {
                place.checkName(variable.getKey(), "a variable", "=");
                variables.put(variable.getKey(), VariableFormat.read(variable.getValue()));
            }
        }
        return variables;
    }

    private static SortedMap<String, ServiceExpectation> services(@Nullable Place place) {
        SortedMap<String, ServiceExpectation> services = new TreeMap<>();
        if (place == null) {
            return services;
        }
        int facts = 0;
        for (Map.Entry<String, Place> entry :
                place.map("services", MAX_SERVICES).entrySet()) {
            place.checkName(entry.getKey(), "a service", "/*");
            if (entry.getKey().equals(VARIABLES)) {
                throw entry.getValue()
                        .wrong("`" + VARIABLES + "` stands for the variables; give the service another name");
            }
            ServiceExpectation service = ServiceFormat.read(entry.getValue());
            facts += service.facts().size();
            services.put(entry.getKey(), service);
        }
        if (facts > MAX_FACTS) {
            throw place.wrong("the services hold " + facts + " facts; at most " + MAX_FACTS + " are allowed");
        }
        return services;
    }

    private static List<Rule> rules(@Nullable Place place) {
        List<Rule> rules = new ArrayList<>();
        if (place != null) {
            List<Place> items = place.anyItems();
            if (items.size() > MAX_RULES) {
                throw place.wrong("holds " + items.size() + " rules; at most " + MAX_RULES + " are allowed");
            }
            for (Place item : items) {
                rules.add(RuleFormat.read(item));
            }
        }
        return rules;
    }
}
