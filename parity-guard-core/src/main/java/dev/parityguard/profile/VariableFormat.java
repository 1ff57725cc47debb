package dev.parityguard.profile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the keys of a variable mean. */
final class VariableFormat {
    private static final int MAX_CONDITIONS = 100;

    private VariableFormat() {}

    static VariableContract read(Place place) {
        Keys keys = place.keys(
                "a variable",
                "type",
                "required",
                "requiredIn",
                "requiredWhen",
                "forbiddenIn",
                "default",
                "secret",
                "minLength",
                "schemes",
                "values",
                "pattern",
                "min",
                "max",
                "noLocalhostIn",
                "why",
                "owner");
        VariableContract.Type type =
                keys.get("type", value -> value.word("type", Words.TYPE), VariableContract.Type.STRING);
        checkType(keys, type);
        boolean secret = keys.get("secret", Place::flag, false);
        String defaultValue = keys.get("default", Place::anyText);
        if (secret && defaultValue != null) {
            throw keys.wrong("default", "a secret has no default: it would stand in the profile for everyone to read");
        }
        boolean conditional =
                defaultValue != null || keys.has("requiredIn") || keys.has("requiredWhen") || keys.has("forbiddenIn");
        return new VariableContract(
                type,
                keys.get("required", Place::flag, !conditional),
                keys.get("requiredIn", ProfileFormat::environments, List.of()),
                keys.get("requiredWhen", VariableFormat::conditions, new TreeMap<>()),
                keys.get("forbiddenIn", ProfileFormat::environments, List.of()),
                defaultValue,
                secret,
                keys.get("minLength", VariableFormat::length, 0),
                keys.texts("schemes"),
                keys.texts("values"),
                pattern(keys),
                keys.get("min", Place::integer),
                max(keys),
                keys.get("noLocalhostIn", ProfileFormat::environments, List.of()),
                keys.get("why", Place::text),
                keys.get("owner", Place::text));
    }

    /** A key that says nothing about this type would be passed over in silence. */
    private static void checkType(Keys keys, VariableContract.Type type) {
        belongs(keys, type, "schemes", VariableContract.Type.URI, false);
        belongs(keys, type, "values", VariableContract.Type.ENUM, true);
        belongs(keys, type, "pattern", VariableContract.Type.PATTERN, true);
        belongs(keys, type, "min", VariableContract.Type.INTEGER, false);
        belongs(keys, type, "max", VariableContract.Type.INTEGER, false);
    }

    private static void belongs(
            Keys keys, VariableContract.Type type, String key, VariableContract.Type owner, boolean demanded) {
        if (keys.has(key) && type != owner) {
            throw keys.wrong(key, "`" + key + "` belongs to type " + owner.id() + ", and this is type " + type.id());
        }
        if (demanded && type == owner && !keys.has(key)) {
            throw keys.wrong("type", "type " + type.id() + " needs `" + key + "`");
        }
    }

    private static SortedMap<String, String> conditions(Place place) {
        return new TreeMap<>(place.map("conditions", MAX_CONDITIONS, Place::anyText));
    }

    private static int length(Place place) {
        long length = place.integer();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw place.wrong("must be a number of characters");
        }
        return (int) length;
    }

    private static @Nullable String pattern(Keys keys) {
        String pattern = keys.get("pattern", Place::anyText);
        if (pattern != null) {
            RegularExpression.check(keys, "pattern", pattern);
        }
        return pattern;
    }

    private static @Nullable Long max(Keys keys) {
        Long min = keys.get("min", Place::integer);
        Long max = keys.get("max", Place::integer);
        if (min != null && max != null && min > max) {
            throw keys.wrong("max", "`max` is less than `min`");
        }
        return max;
    }
}
