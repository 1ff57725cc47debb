package dev.parityguard.report;

/** Lays out lines of at most 100 columns with a hanging indent; a longer word is cut. Not safe for several threads. */
final class TextLayout {
    static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    /** A line as it is, however long. */
    TextLayout line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /**
     * A paragraph.
     *
     * @param lead how the first line begins
     * @param indent the column at which further lines begin
     * @param content what is wrapped
     * @param hidden how many characters of the lead take no column, such as those that colour it
     */
    TextLayout paragraph(String lead, int indent, String content, int hidden) {
        text.append(lead);
        int column = lead.length() - hidden;
        String rest = content;
        while (rest.codePointCount(0, rest.length()) > WIDTH - column) {
            int cut = lastBlank(rest, WIDTH - column);
            text.append(rest.substring(0, cut).stripTrailing()).append('\n').append(" ".repeat(indent));
            rest = rest.substring(cut).stripLeading();
            column = indent;
        }
        text.append(rest.stripTrailing()).append('\n');
        return this;
    }

    private static int lastBlank(String rest, int room) {
        int most = rest.offsetByCodePoints(0, Math.max(room, 1));
        int blank = rest.lastIndexOf(' ', most);
        return blank > 0 ? blank : most;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
