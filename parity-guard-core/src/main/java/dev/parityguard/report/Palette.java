package dev.parityguard.report;

/** Colours of a terminal, or none. */
enum Palette {
    PLAIN,
    ANSI;

    private static final String RESET = "\u001b[0m";

    String headline(String text) {
        return this == PLAIN ? text : "\u001b[1m" + text + RESET;
    }

    /** The word that opens a finding, coloured by what it says. */
    String word(String word) {
        return this == PLAIN ? word : colour(word) + word + RESET;
    }

    /** How many characters {@link #word} adds that take no column. */
    int hidden(String word) {
        return word(word).length() - word.length();
    }

    private static String colour(String word) {
        return switch (word) {
            case "ERROR" -> "\u001b[1;31m";
            case "WARNING" -> "\u001b[33m";
            case "UNKNOWN" -> "\u001b[35m";
            default -> "\u001b[2m";
        };
    }
}
