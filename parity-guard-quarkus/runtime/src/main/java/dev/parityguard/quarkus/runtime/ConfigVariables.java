package dev.parityguard.quarkus.runtime;

import dev.parityguard.profile.VariableSource;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Variables as the application gets them: from the environment of the process, a {@code .env} file, a system property, a
 * configuration file or server, whichever source comes first.
 */
record ConfigVariables(SmallRyeConfig config) implements VariableSource {
    @Override
    public @Nullable String get(String name) {
        ConfigValue value = config.getConfigValue(name);
        // An expression that leads nowhere has a text but no value.
        return value.getValue() == null ? value.getRawValue() : value.getValue();
    }

    /** Names with a dot are properties of the configuration. */
    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.indexOf('.') < 0) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public @Nullable String origin(String name) {
        String source = config.getConfigValue(name).getConfigSourceName();
        return source == null ? null : readable(source);
    }

    /** Sources name themselves by class and place; the place may be a whole path, or a URL with a password. */
    static String readable(String source) {
        if (source.equals("EnvConfigSource")) {
            return "environment";
        }
        if (source.equals("SysPropConfigSource") || source.equals("SysPropsConfigSource")) {
            return "system properties";
        }
        int place = source.indexOf("[source=");
        String from = place < 0 ? source : source.substring(place + "[source=".length());
        String path = from.replaceFirst("[?#\\]].*", "").replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
