package dev.parityguard.profile;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of one environment variable.
 *
 * @param type what its text must be
 * @param required whether it must be set everywhere; true unless said otherwise, there is a default, or one of the
 *     conditions below is given
 * @param requiredIn the environments in which it must be set
 * @param requiredWhen variables and their values under which it must be set; all must hold
 * @param forbiddenIn the environments in which it must not be set
 * @param defaultValue what the application takes when it is not set, or null
 * @param secret whether its value is a secret: placeholders such as {@code changeme} are then refused
 * @param minLength the least number of characters, 0 for any
 * @param schemes the accepted schemes of a {@code uri}, empty for any
 * @param values the accepted values of an {@code enum}
 * @param pattern the regular expression of a {@code pattern}, or null
 * @param min the least accepted integer, or null
 * @param max the greatest accepted integer, or null
 * @param noLocalhostIn the environments in which its host must not be this machine
 * @param why what it is for, in the words of its owner, or null
 * @param owner who cares for it, or null
 */
public record VariableContract(
        Type type,
        boolean required,
        List<String> requiredIn,
        SortedMap<String, String> requiredWhen,
        List<String> forbiddenIn,
        @Nullable String defaultValue,
        boolean secret,
        int minLength,
        List<String> schemes,
        List<String> values,
        @Nullable String pattern,
        @Nullable Long min,
        @Nullable Long max,
        List<String> noLocalhostIn,
        @Nullable String why,
        @Nullable String owner) {

    public VariableContract {
        requiredIn = List.copyOf(requiredIn);
        requiredWhen = Profile.sorted(requiredWhen);
        forbiddenIn = List.copyOf(forbiddenIn);
        schemes = List.copyOf(schemes);
        values = List.copyOf(values);
        noLocalhostIn = List.copyOf(noLocalhostIn);
    }

    /** A variable of that type that must be set and of which nothing else is demanded. */
    public static VariableContract of(Type type) {
        return new VariableContract(
                type,
                true,
                List.of(),
                new TreeMap<>(),
                List.of(),
                null,
                false,
                0,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /** Whether what is demanded depends on the environment's name. */
    public boolean asksForEnvironment() {
        return !requiredIn.isEmpty() || !forbiddenIn.isEmpty() || !noLocalhostIn.isEmpty();
    }

    /** What the text of a variable must be. */
    public enum Type {
        STRING,
        INTEGER,
        PORT,
        BOOLEAN,
        URI,
        DURATION,
        ENUM,
        PATTERN,
        JSON,
        PATH,
        BASE64;

        /** The name as written in profiles: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
