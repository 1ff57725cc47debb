package dev.parityguard.profile;

/** The text of a profile and the name under which people know it. */
record Source(String name, String text) {
    private static final int LONGEST_QUOTE = 60;

    /** A complaint about the place at that offset. */
    ProfileException error(int offset, String pointer, String sentence) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        int column = offset - lineStart + 1;
        return new ProfileException(
                name + ":" + line + ":" + column + (pointer.isEmpty() ? "" : " " + pointer) + ": " + sentence);
    }

    int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** A piece of the text, fit to be quoted: bounded, on one line, and never a URL, which may hold a password. */
    static String quotable(String piece) {
        if (piece.contains("://") || piece.contains("@")) {
            return "(not shown)";
        }
        String cut = piece.length() <= LONGEST_QUOTE ? piece : piece.substring(0, LONGEST_QUOTE) + "…";
        StringBuilder line = new StringBuilder(cut);
        for (int i = 0; i < cut.length(); i++) {
            if (Character.isISOControl(cut.charAt(i)) || Character.isSurrogate(cut.charAt(i))) {
                line.setCharAt(i, '?');
            }
        }
        return line.toString();
    }

    /** One step of a JSON pointer. */
    static String step(String name) {
        return "/" + quotable(name).replace("~", "~0").replace("/", "~1");
    }
}
