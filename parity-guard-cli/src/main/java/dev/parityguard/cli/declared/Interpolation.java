package dev.parityguard.cli.declared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${NAME}}, {@code ${NAME:-default}} and {@code $NAME} in a Compose file. */
final class Interpolation {
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?-([^}$]*)}");
    private static final Pattern ANY = Pattern.compile("(?<!\\$)\\$(\\{[A-Za-z_]|[A-Za-z_])");

    private Interpolation() {}

    /** The text with defaults filled in: what anybody gets who sets nothing. */
    static String of(String text) {
        return WITH_DEFAULT.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(reference.group(1)));
    }

    /** Whether something is left that only a variable tells. */
    static boolean isIn(String text) {
        return ANY.matcher(text).find();
    }
}
