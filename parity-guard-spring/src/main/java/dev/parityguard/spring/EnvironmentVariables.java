package dev.parityguard.spring;

import static org.springframework.boot.context.properties.source.ConfigurationPropertySources.isAttachedConfigurationPropertySource;

import dev.parityguard.profile.VariableSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Variables as the application meets them: those of the process, and what Spring's environment has in their place. A
 * property provides the variable whose name has the same letters and digits: {@code database.url} and {@code
 * database-url} provide {@code DATABASE_URL}. Safe for use by several threads.
 */
final class EnvironmentVariables implements VariableSource {
    /** The guard's own switches come from outside, or they are {@link ParityGuardProperties}. */
    private static final String OWN = "PARITY_GUARD_";

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private final ConfigurableEnvironment environment;

    EnvironmentVariables(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String get(String name) {
        Place place = find(name);
        Object value = place == null ? null : place.source().getProperty(place.property());
        return value == null ? null : resolved(value.toString());
    }

    /** What cannot be resolved stays as it is: the contract knows such left-overs. */
    private String resolved(String value) {
        try {
            return environment.resolvePlaceholders(value);
        } catch (IllegalArgumentException circular) {
            return value;
        }
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String property : enumerable.getPropertyNames()) {
                    if (VARIABLE.matcher(property).matches()) {
                        names.add(property);
                    }
                }
            }
        }
        return names;
    }

    @Override
    public @Nullable String origin(String name) {
        Place place = find(name);
        return place == null
                ? null
                : USER_INFO.matcher(place.source().getName()).replaceAll("//***@");
    }

    private record Place(PropertySource<?> source, String property) {}

    private @Nullable Place find(String name) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (!isAttachedConfigurationPropertySource(source) && source.containsProperty(name)) {
                return new Place(source, name);
            }
        }
        return name.startsWith(OWN) ? null : properties().get(Spelling.letters(name));
    }

    /** Anew each time, since sources come and go while the application starts and when it refreshes. */
    private Map<String, Place> properties() {
        Map<String, Place> properties = new LinkedHashMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String property : enumerable.getPropertyNames()) {
                    properties.putIfAbsent(Spelling.letters(property), new Place(source, property));
                }
            }
        }
        return properties;
    }
}
