package dev.parityguard.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises credentials that stand in clear text where only references such as {@code ${NAME}} belong. */
final class ClearCredentials {
    private static final String SECRET_NAME =
            "(?i)[^=&;?]*(?:passw|passphrase|pwd|secret|token|api-?_?key|access-?_?key)[^=&;?]*";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*+}");
    private static final Pattern SECRET = Pattern.compile(SECRET_NAME);
    private static final Pattern PARAMETER = Pattern.compile("[?&;](" + SECRET_NAME + ")=([^&;]*+)");
    /** Oracle's driver takes user/password@host. */
    private static final Pattern ORACLE = Pattern.compile("(?i)jdbc:oracle:[^:]*+:([^@]*+)@.*+");

    private ClearCredentials() {}

    /** Whether a URL names a user or a password other than by reference. */
    static boolean inUrl(String url) {
        // What a reference stands for is not looked into, and its text must not be taken for a part of the URL.
        String clear = REFERENCE.matcher(url).replaceAll("");
        return inUserInfo(clear) || inParameter(clear);
    }

    /** Whether a property that is named like a secret says it other than by reference. */
    static boolean inProperty(String name, String value) {
        return SECRET.matcher(name).matches()
                && !REFERENCE.matcher(value).replaceAll("").isEmpty();
    }

    private static boolean inUserInfo(String clear) {
        Matcher oracle = ORACLE.matcher(clear);
        if (oracle.matches() && oracle.group(1).chars().anyMatch(c -> c != '/')) {
            return true;
        }
        int start = clear.indexOf("//");
        int end = clear.lastIndexOf('@');
        if (start < 0 || end < start + 2) {
            return false;
        }
        String before = clear.substring(start + 2, end);
        // An unescaped slash may be part of a password; without a colon it is a path such as /@scope.
        boolean path = before.indexOf('/') >= 0 && before.indexOf(':') < 0;
        return !path && before.chars().anyMatch(c -> c != ':');
    }

    private static boolean inParameter(String clear) {
        Matcher parameter = PARAMETER.matcher(clear);
        while (parameter.find()) {
            if (!parameter.group(2).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
