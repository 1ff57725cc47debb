package dev.parityguard.compare;

import dev.parityguard.profile.VariableContract;
import java.util.List;

/** Says what a contract demands, for people. */
final class VariableWords {
    private VariableWords() {}

    /** What is expected of a variable, for example {@code a URI with scheme postgresql, secret, or not set}. */
    static String expected(VariableContract contract, boolean required, boolean noLocalhost) {
        return type(contract)
                + (contract.secret() ? ", secret" : "")
                + (contract.minLength() > 0 ? ", at least " + contract.minLength() + " characters" : "")
                + (noLocalhost ? ", not on this machine" : "")
                + (required ? "" : ", or not set");
    }

    private static String type(VariableContract contract) {
        return switch (contract.type()) {
            case STRING -> "a text";
            case INTEGER -> "an integer" + range(contract);
            case PORT -> "a port" + range(contract);
            case BOOLEAN -> "true or false";
            case URI -> "a URI" + (contract.schemes().isEmpty() ? "" : " with scheme " + or(contract.schemes()));
            case DURATION -> "a duration such as 30s or PT30S";
            case ENUM -> or(contract.values());
            case PATTERN -> "a text that matches " + contract.pattern();
            case JSON -> "JSON";
            case PATH -> "a path";
            case BASE64 -> "Base64";
        };
    }

    private static String range(VariableContract contract) {
        return (contract.min() == null ? "" : " from " + contract.min())
                + (contract.max() == null ? "" : " up to " + contract.max());
    }

    private static String or(List<String> values) {
        return String.join(" or ", values);
    }
}
