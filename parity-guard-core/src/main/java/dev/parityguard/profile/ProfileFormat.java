package dev.parityguard.profile;

import dev.parityguard.fact.Mode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Format 1 as a whole: what the keys of the root object mean. */
final class ProfileFormat {
    static final int MAX_SERVICES = 500;
    static final int MAX_VARIABLES = 5_000;
    static final int MAX_RULES = 1_000;
    static final int MAX_MODES = 200;
    static final int MAX_FACTS = 50_000;

    private ProfileFormat() {}

    static Profile read(Place root) {
        if (!(root.value() instanceof JsonValue.Mapping object)) {
            throw root.wrong(
                    "a profile must be one JSON object, not " + root.value().what());
        }
        checkFormat(root, object);
        Keys keys = root.keys(
                "a profile", "$schema", "format", "name", "captured", "modes", "variables", "services", "rules");
        keys.get("$schema", Place::anyText);
        SortedMap<String, ServiceExpectation> services = keys.get("services", ProfileFormat::services, new TreeMap<>());
        return new Profile(
                keys.demand("name", ProfileFormat::name),
                keys.get("captured", ProfileFormat::captured),
                keys.get("modes", ProfileFormat::modes, new TreeMap<>()),
                keys.get("variables", ProfileFormat::variables, new TreeMap<>()),
                services,
                keys.get("rules", ProfileFormat::rules, List.of()));
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

    private static String name(Place place) {
        String name = place.text();
        Place.checkName(place, name, "a profile", "");
        return name;
    }

    private static Profile.Captured captured(Place place) {
        Keys keys = place.keys("`captured`", "environment", "at", "by");
        return new Profile.Captured(
                keys.get("environment", ProfileFormat::environment),
                keys.demand("at", ProfileFormat::instant),
                keys.demand("by", Place::text));
    }

    private static Instant instant(Place place) {
        String text = place.text();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw place.wrong("`" + Source.quotable(text) + "` is no time; write it as 2026-11-20T09:12:00Z");
        }
    }

    private static SortedMap<String, EnvironmentPolicy> modes(Place place) {
        SortedMap<String, EnvironmentPolicy> modes =
                new TreeMap<>(place.map("modes", MAX_MODES, ProfileFormat::policy));
        modes.keySet().forEach(environment -> Place.checkName(place, environment, "an environment", ""));
        return modes;
    }

    private static EnvironmentPolicy policy(Place place) {
        if (place.value() instanceof JsonValue.Mapping) {
            Keys keys = place.keys("a mode", "mode", "unknown");
            return new EnvironmentPolicy(
                    keys.demand("mode", ProfileFormat::mode), keys.get("unknown", Words::severity));
        }
        return new EnvironmentPolicy(mode(place), null);
    }

    private static Mode mode(Place place) {
        return place.word("mode", Words.MODE);
    }

    private static SortedMap<String, VariableContract> variables(Place place) {
        SortedMap<String, VariableContract> variables =
                new TreeMap<>(place.map("variables", MAX_VARIABLES, VariableFormat::read));
        variables.keySet().forEach(name -> Place.checkName(place, name, "a variable", "="));
        return variables;
    }

    private static SortedMap<String, ServiceExpectation> services(Place place) {
        SortedMap<String, ServiceExpectation> services =
                new TreeMap<>(place.map("services", MAX_SERVICES, ServiceFormat::read));
        int facts = 0;
        for (Map.Entry<String, ServiceExpectation> service : services.entrySet()) {
            Place.checkName(place, service.getKey(), "a service", "/*");
            facts += service.getValue().facts().size();
        }
        if (facts > MAX_FACTS) {
            throw place.wrong("the services hold " + facts + " facts; at most " + MAX_FACTS + " are allowed");
        }
        return services;
    }

    private static List<Rule> rules(Place place) {
        List<Place> rules = place.anyItems();
        if (rules.size() > MAX_RULES) {
            throw place.wrong("holds " + rules.size() + " rules; at most " + MAX_RULES + " are allowed");
        }
        return rules.stream().map(RuleFormat::read).toList();
    }

    static String environment(Place place) {
        String environment = place.text();
        Place.checkName(place, environment, "an environment", "");
        return environment;
    }

    /** The environments that an array names. */
    static List<String> environments(Place place) {
        return place.items().stream().map(ProfileFormat::environment).toList();
    }
}
