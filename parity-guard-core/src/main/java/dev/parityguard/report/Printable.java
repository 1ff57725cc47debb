package dev.parityguard.report;

/**
 * Makes any text one bounded line: what a server or a profile says can break neither a layout nor a log.
 *
 * <p>Control and format characters (terminal escapes, line ends, reversed direction) are written as {@code \}{@code
 * u001b}; a text that is empty or begins or ends with a blank is put into quotes, so that it can be seen.
 */
public final class Printable {
    private Printable() {}

    /**
     * The text as one line.
     *
     * @param text any text
     * @param maxLength longest result that is not cut, in characters; a longer one is cut and says so
     */
    public static String line(String text, int maxLength) {
        if (text.isEmpty() || Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(last(text))) {
            return '"' + escaped(text, maxLength) + '"';
        }
        return escaped(text, maxLength);
    }

    private static String escaped(String text, int maxLength) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), maxLength) + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (line.length() >= maxLength) {
                return line.append("… (")
                        .append(text.length())
                        .append(" characters)")
                        .toString();
            }
            i += Character.charCount(c);
            if (breaksLayout(c)) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        }
        return line.toString();
    }

    private static boolean breaksLayout(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
