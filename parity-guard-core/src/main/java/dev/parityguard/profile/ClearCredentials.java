package dev.parityguard.profile;

import java.util.regex.Pattern;

/** Recognises credentials that stand in clear text where only references such as {@code ${NAME}} belong. */
final class ClearCredentials {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*+}");
    private static final Pattern SECRET =
            Pattern.compile("(?i)passw|passphrase|pwd|secret|token|credential|api[-_]?key|access[-_]?key");
    private static final Pattern PARAMETERS = Pattern.compile("[?&;]");
    /** Oracle's driver takes {@code jdbc:oracle:thin:user/password@host}. */
    private static final Pattern ORACLE = Pattern.compile("(?i)^jdbc:oracle:[^:]*+:");

    private ClearCredentials() {}

    /** Whether a URL names a user or a password other than by reference. */
    static boolean inUrl(String url) {
        String clear = withoutReferences(url);
        return inUserInfo(clear) || inParameter(clear);
    }

    /** Whether a property is a URL with credentials, or is named like a secret and says it other than by reference. */
    static boolean inProperty(String name, String value) {
        return (value.contains("//") && inUrl(value))
                || (SECRET.matcher(name).find() && !withoutReferences(value).isBlank());
    }

    private static String withoutReferences(String text) {
        return REFERENCE.matcher(text).replaceAll("");
    }

    private static boolean inUserInfo(String clear) {
        int end = clear.lastIndexOf('@');
        if (end < 0) {
            return false;
        }
        String before = ORACLE.matcher(clear.substring(0, end)).replaceFirst("");
        int slashes = before.indexOf("//");
        String user = slashes < 0 ? before : before.substring(slashes + 2);
        // An unescaped slash may be part of a password; without a colon before the at-sign it is a path such as
        // /@scope.
        boolean path = slashes >= 0 && user.indexOf('/') >= 0 && user.indexOf(':') < 0;
        return !path && !user.replace(":", "").replace("/", "").isEmpty();
    }

    private static boolean inParameter(String clear) {
        for (String parameter : PARAMETERS.split(clear, -1)) {
            int equals = parameter.indexOf('=');
            if (equals >= 0
                    && equals + 1 < parameter.length()
                    && SECRET.matcher(parameter.substring(0, equals)).find()) {
                return true;
            }
        }
        return false;
    }
}
