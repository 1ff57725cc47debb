package dev.parityguard.cli;

import dev.parityguard.report.Printable;
import java.io.PrintWriter;

/** Labelled paragraphs, wrapped at 100 columns. */
final class Layout {
    private static final int WIDTH = 100;
    private static final int INDENT = 2;
    private static final int LABEL = 10;
    private static final int MOST = 2_000;

    private final PrintWriter out;

    Layout(PrintWriter out) {
        this.out = out;
    }

    void labelled(String label, String text) {
        String lead = " ".repeat(INDENT) + label + " ".repeat(Math.max(1, LABEL - label.length()));
        StringBuilder line = new StringBuilder(lead);
        for (String word : Printable.line(text, MOST).split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > lead.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(INDENT + LABEL));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }
}
