package dev.parityguard.compare;

import dev.parityguard.compare.VariableProblem.Cause;
import dev.parityguard.profile.JsonValidity;
import dev.parityguard.profile.VariableContract;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the text of a variable is of its type. */
final class VariableTypes {
    private static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    private VariableTypes() {}

    /** What is wrong, or null when the text is of the type; a text without surrounding white space is expected. */
    static @Nullable VariableProblem check(String name, VariableContract contract, String text) {
        return switch (contract.type()) {
            case STRING -> null;
            case INTEGER -> integer(contract, text, Long.MIN_VALUE, Long.MAX_VALUE);
            case PORT -> port(name, contract, text);
            case BOOLEAN -> bool(text);
            case URI -> VariableUris.check(contract, text);
            case DURATION -> duration(text);
            case ENUM -> oneOf(contract, text);
            case PATTERN -> pattern(contract, text);
            case JSON ->
                JsonValidity.isValid(text) ? null : type("is not JSON", "the parser will fail", "write valid JSON");
            case PATH -> path(text);
            case BASE64 -> base64(text);
        };
    }

    private static @Nullable VariableProblem integer(VariableContract contract, String text, long min, long max) {
        if (!text.matches("[+-]?[0-9]{1,19}")) {
            return type(
                    "is not an integer",
                    "a parser fails on it, or falls back to a default without a word",
                    "write digits only");
        }
        long least = contract.min() == null ? min : contract.min();
        long most = contract.max() == null ? max : contract.max();
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException e) {
            return outOfRange();
        }
        return number < least || number > most ? outOfRange() : null;
    }

    private static VariableProblem outOfRange() {
        return VariableProblem.error(
                Cause.RANGE,
                "is out of range",
                "the application was not built for a number like this",
                "choose a number within the range");
    }

    private static @Nullable VariableProblem port(String name, VariableContract contract, String text) {
        if (text.startsWith("tcp://") || text.startsWith("udp://")) {
            return type(
                    "is an address, not a port",
                    "Kubernetes sets such a variable for every service of a like name, over the one that was meant",
                    "rename " + name + " or set enableServiceLinks: false in the pod");
        }
        return integer(contract, text, 1, UriText.MAX_PORT);
    }

    private static @Nullable VariableProblem bool(String text) {
        return BOOLEANS.contains(text.toLowerCase(Locale.ROOT))
                ? null
                : type(
                        "is no boolean",
                        "one reader takes any text that is not empty for true, another everything but true for false",
                        "write true or false");
    }

    /** Whether a boolean means yes. */
    static boolean isTrue(String text) {
        return Set.of("true", "yes", "on", "1").contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable VariableProblem duration(String text) {
        if (text.matches("[0-9]{1,18}(?:\\.[0-9]{1,9})?(?i:ns|us|µs|ms|s|m|h|d)")) {
            return null;
        }
        try {
            if (text.length() <= 100 && !Duration.parse(text).isNegative()) {
                return null;
            }
        } catch (DateTimeException e) {
            // told below
        }
        boolean bare = text.matches("[0-9]+");
        return type(
                bare ? "is a number without a unit" : "is not a duration",
                bare
                        ? "one reader takes a bare number for seconds, another for milliseconds"
                        : "a parser fails on it, or falls back to a default without a word",
                "write a number with ns, us, ms, s, m, h or d, such as 30s, or an ISO-8601 duration such as PT30S");
    }

    private static @Nullable VariableProblem oneOf(VariableContract contract, String text) {
        if (contract.values().contains(text)) {
            return null;
        }
        boolean otherCase = contract.values().stream().anyMatch(text::equalsIgnoreCase);
        return type(
                otherCase ? "is an accepted value in another case of letters" : "is none of the accepted values",
                "the application knows the accepted values only",
                "write one of " + String.join(", ", contract.values()));
    }

    private static @Nullable VariableProblem pattern(VariableContract contract, String text) {
        if (contract.pattern() == null) {
            return null;
        }
        return switch (BoundedPattern.matches(contract.pattern(), text)) {
            case AGREES -> null;
            case DIFFERS ->
                type(
                        "does not match its pattern",
                        "the application relies on the form that the pattern describes",
                        "write a value of that form");
            case UNREADABLE ->
                VariableProblem.undecided(
                        "its pattern cannot be matched with this value in reasonable time",
                        "write a simpler pattern in the contract");
        };
    }

    private static @Nullable VariableProblem path(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return type("holds control characters", "no file system takes such a path", "write a plain path");
        }
        return text.equals("~") || text.startsWith("~/")
                ? type(
                        "begins with ~",
                        "only a shell stands in the home directory for ~: the application looks for a folder named ~",
                        "write the whole path")
                : null;
    }

    private static @Nullable VariableProblem base64(String text) {
        String data = text.replaceFirst("={1,2}$", "");
        boolean padded = data.length() < text.length();
        boolean alphabet = data.matches("[A-Za-z0-9+/]*") || data.matches("[A-Za-z0-9_-]*");
        boolean length = padded ? text.length() % 4 == 0 : text.length() % 4 != 1;
        return alphabet && length
                ? null
                : type(
                        "is not Base64",
                        "decoding fails or gives other bytes",
                        "encode it with the standard or the URL-safe alphabet, in one line");
    }

    static VariableProblem type(String actual, String why, String fix) {
        return VariableProblem.error(Cause.TYPE, actual, why, fix);
    }
}
