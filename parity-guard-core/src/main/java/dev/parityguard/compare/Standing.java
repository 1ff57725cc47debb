package dev.parityguard.compare;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where this environment stands to a profile that was captured from production. */
enum Standing {
    /** It is the environment that the profile was captured from. */
    IN_PRODUCTION,
    /** It is named, and is no production. */
    OUTSIDE,
    /** Nobody said its name, or the profile is not from production, or this is another part of production. */
    NOT_KNOWN;

    private static final Pattern PRODUCTION = Pattern.compile("(?i)(prod|production|live)([-_. ].*)?");

    static Standing of(@Nullable String capturedFrom, @Nullable String environment) {
        if (capturedFrom == null || environment == null || !isProduction(capturedFrom)) {
            return NOT_KNOWN;
        }
        if (environment.equalsIgnoreCase(capturedFrom)) {
            return IN_PRODUCTION;
        }
        return isProduction(environment) ? NOT_KNOWN : OUTSIDE;
    }

    private static boolean isProduction(String name) {
        return PRODUCTION.matcher(name).matches();
    }
}
