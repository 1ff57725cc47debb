package dev.parityguard.profile;

import java.util.Map;
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
        Place typed = keys.get("type");
        VariableContract.Type type = typed == null ? VariableContract.Type.STRING : typed.word("type", Words.TYPE);
        checkType(keys, type);
        boolean secret = keys.flag("secret", false);
        String defaultValue = keys.anyText("default");
        if (secret && defaultValue != null) {
            throw keys.wrong("default", "a secret has no default: it would stand in the profile for everyone to read");
        }
        boolean conditional =
                defaultValue != null || keys.has("requiredIn") || keys.has("requiredWhen") || keys.has("forbiddenIn");
        return new VariableContract(
                type,
                keys.flag("required", !conditional),
                keys.environments("requiredIn"),
                conditions(keys.get("requiredWhen")),
                keys.environments("forbiddenIn"),
                defaultValue,
                secret,
                length(keys.get("minLength")),
                keys.texts("schemes"),
                keys.texts("values"),
                pattern(keys),
                keys.integer("min"),
                max(keys),
                keys.environments("noLocalhostIn"),
                keys.text("why"),
                keys.text("owner"));
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

    private static SortedMap<String, String> conditions(@Nullable Place place) {
        SortedMap<String, String> conditions = new TreeMap<>();
        if (place != null) {
            for (Map.Entry<String, Place> condition :
                    place.map("conditions", MAX_CONDITIONS).entrySet()) {
                conditions.put(condition.getKey(), condition.getValue().anyText());
            }
        }
        return conditions;
    }

    private static int length(@Nullable Place place) {
        long length = place == null ? 0 : place.integer();
        if (place != null && (length < 0 || length > Integer.MAX_VALUE)) {
            throw place.wrong("must be a number of characters");
        }
        return (int) length;
    }

    private static @Nullable String pattern(Keys keys) {
        String pattern = keys.anyText("pattern");
        if (pattern != null) {
            RegularExpression.check(keys, "pattern", pattern);
        }
        return pattern;
    }

    private static @Nullable Long max(Keys keys) {
        Long min = keys.integer("min");
        Long max = keys.integer("max");
        if (min != null && max != null && min > max) {
            throw keys.wrong("max", "`max` is less than `min`");
        }
        return max;
    }
}
