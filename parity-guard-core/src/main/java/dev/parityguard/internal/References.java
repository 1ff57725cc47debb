package dev.parityguard.internal;

import dev.parityguard.profile.VariableSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} in a profile's texts with the environment's variables. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private References() {}

    /** The text with every reference filled in. */
    static String resolve(String text, VariableSource variables) throws MissingVariable {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1);
            String value = variables.get(name);
            if (value == null || value.isBlank()) {
                throw new MissingVariable(name);
            }
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value.strip()));
        }
        return reference.appendTail(resolved).toString();
    }

    /** A variable that is needed is not set. */
    static final class MissingVariable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String variable;

        MissingVariable(String variable) {
            super("the variable " + variable + " is not set", null, false, false);
            this.variable = variable;
        }

        String variable() {
            return variable;
        }
    }
}
