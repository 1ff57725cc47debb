package dev.parityguard.profile;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where variables are read from: the process's environment, or what a framework makes of it. */
public interface VariableSource {
    /** The value of a variable, or null when it is not set. */
    @Nullable
    String get(String name);

    /** The names of all variables that are set, for hints at near misses. */
    Set<String> names();

    /** Who provides the variable, as a person reads it, or null where that is not known. */
    default @Nullable String origin(String name) {
        return null;
    }

    /** The environment of this process. */
    static VariableSource process() {
        return of(System.getenv());
    }

    /** The variables of a map. */
    static VariableSource of(Map<String, String> variables) {
        return new VariableSource() {
            @Override
            public @Nullable String get(String name) {
                return variables.get(name);
            }

            @Override
            public Set<String> names() {
                return variables.keySet();
            }
        };
    }
}
