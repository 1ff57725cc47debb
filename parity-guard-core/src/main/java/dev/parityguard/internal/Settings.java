package dev.parityguard.internal;

import dev.parityguard.fact.Mode;
import dev.parityguard.profile.EnvironmentPolicy;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.VariableSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said from outside, without a rebuild: a system property wins over a variable, and both win over the
 * application's code and the profile.
 */
final class Settings {
    static final String MODE = "PARITY_GUARD_MODE";
    static final String ENVIRONMENT = "PARITY_GUARD_ENVIRONMENT";
    static final String PROFILE = "PARITY_GUARD_PROFILE";
    static final String IDENTITY_KEY = "PARITY_GUARD_IDENTITY_KEY";
    static final String PROFILE_CACHE = "PARITY_GUARD_PROFILE_CACHE";
    static final String PROFILE_KEY = "PARITY_GUARD_PROFILE_KEY";
    static final String PROFILE_MAX_AGE = "PARITY_GUARD_PROFILE_MAX_AGE";
    static final String RECORD = "PARITY_GUARD_RECORD";

    private final VariableSource variables;

    Settings(VariableSource variables) {
        this.variables = variables;
    }

    /** The mode that is said from outside; empty when none is said or it is no mode. */
    Optional<Mode> mode() {
        String said = said(MODE);
        return said == null ? Optional.empty() : Mode.named(said);
    }

    /** Whether a mode is said from outside that is none. */
    boolean modeIsUnreadable() {
        return said(MODE) != null && mode().isEmpty();
    }

    /** The value of a setting, or null when it is not set. */
    @Nullable
    String said(String name) {
        String property = System.getProperty(propertyName(name));
        String value = property != null ? property : variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** {@code PARITY_GUARD_MODE} is {@code parity-guard.mode} as a system property. */
    static String propertyName(String variable) {
        return "parity-guard."
                + variable.substring("PARITY_GUARD_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
    }

    /** The mode that holds: said from outside, by the application's code, by the profile, or {@code warn}. */
    static Mode mode(
            Optional<Mode> outside, @Nullable Mode code, @Nullable Profile profile, @Nullable String environment) {
        if (outside.isPresent()) {
            return outside.get();
        }
        if (code != null) {
            return code;
        }
        EnvironmentPolicy policy = profile == null ? null : profile.policy(environment);
        return policy == null ? Mode.WARN : policy.mode();
    }
}
