package dev.parityguard.report;

import dev.parityguard.fact.Severity;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One finding as a block of labelled lines. Not safe for use by several threads. */
final class FindingBlock {
    /** The column at which everything but the opening word begins. */
    static final int INDENT = 11;

    private static final int LABEL = 10;
    private static final int MAX_SENTENCE = 600;
    private static final int MAX_ALIGNED = 40;
    private static final int MAX_CONSEQUENCES = 8;

    private final ParityReport report;
    private final TextLayout layout;
    private final Palette palette;

    FindingBlock(ParityReport report, TextLayout layout, Palette palette) {
        this.report = report;
        this.layout = layout;
        this.palette = palette;
    }

    /** The word that opens a finding. */
    static String word(Finding finding) {
        if (finding.waiver() != null) {
            return "WAIVED";
        }
        if (finding.outcome() == Outcome.UNKNOWN) {
            return "UNKNOWN";
        }
        return finding.severity() == Severity.INFO ? "NOTE" : finding.severity().name();
    }

    static String lead(String word, Palette palette) {
        return "  " + palette.word(word) + " ".repeat(INDENT - 2 - word.length());
    }

    void write(Finding finding) {
        boolean raised = finding.outcome() == Outcome.UNKNOWN && finding.severity() == Severity.ERROR;
        String word = word(finding);
        layout.line("");
        layout.paragraph(
                lead(word, palette),
                INDENT,
                OneLine.name(finding.service()) + "  " + OneLine.name(finding.id())
                        + (raised ? "  (counts as an error here)" : ""),
                palette.hidden(word));
        values(finding);
        labelled("why", Printable.line(finding.why(), MAX_SENTENCE));
        labelled("fix", Printable.line(finding.fix(), MAX_SENTENCE));
        contact(finding);
        consequences(finding.consequences());
    }

    private void values(Finding finding) {
        if (finding.outcome() == Outcome.UNKNOWN || CauseClass.isOne(finding.cause())) {
            labelled("cause", OneLine.value(finding.cause()));
        }
        String expected = finding.expected() == null ? "" : OneLine.value(finding.expected());
        String actual = actual(finding);
        int width = Math.max(expected.length(), actual.length());
        int column = width > MAX_ALIGNED ? 0 : width;
        if (!expected.isEmpty()) {
            value("expected", expected, column, finding.expectedFrom());
        }
        if (!actual.isEmpty()) {
            value("actual", actual, column, origin(finding));
        }
    }

    private void value(String label, String value, int column, @Nullable String remark) {
        if (remark == null || remark.isEmpty()) {
            labelled(label, value);
            return;
        }
        String inBrackets = "(" + OneLine.value(remark) + ")";
        String whole = value + " ".repeat(Math.max(0, column - value.length())) + "  " + inBrackets;
        if (whole.length() <= TextLayout.WIDTH - INDENT - LABEL) {
            labelled(label, whole);
        } else {
            labelled(label, value);
            labelled("", inBrackets);
        }
    }

    private static String actual(Finding finding) {
        if (finding.actual() == null) {
            return finding.outcome() == Outcome.MISMATCH ? "absent" : "";
        }
        return OneLine.value(finding.actual());
    }

    private String origin(Finding finding) {
        StringJoiner origin = new StringJoiner(", ");
        if (finding.expectedFrom() != null) {
            origin.add(report.environment() == null ? "this environment" : report.environment());
            product(finding).forEach(origin::add);
        }
        if (finding.source() != null) {
            origin.add("set by " + finding.source());
        }
        return origin.toString();
    }

    private Stream<String> product(Finding finding) {
        return report.services().stream()
                .filter(service -> service.name().equals(finding.service()))
                .map(ServiceSummary::product)
                .filter(product -> product != null && !product.equals(finding.actual()))
                .limit(1);
    }

    private void contact(Finding finding) {
        String owner = finding.owner() == null ? "" : OneLine.value(finding.owner());
        String runbook = finding.runbook() == null ? "" : OneLine.value(finding.runbook());
        if (!owner.isEmpty()) {
            labelled("owner", owner + (runbook.isEmpty() ? "" : "   runbook " + runbook));
        } else if (!runbook.isEmpty()) {
            labelled("runbook", runbook);
        }
    }

    private void consequences(List<Finding> consequences) {
        String label = "explains";
        for (Finding consequence : consequences.subList(0, Math.min(MAX_CONSEQUENCES, consequences.size()))) {
            labelled(label, OneLine.name(consequence.id()) + ": " + OneLine.said(consequence));
            label = "";
        }
        if (consequences.size() > MAX_CONSEQUENCES) {
            labelled("", "and " + (consequences.size() - MAX_CONSEQUENCES) + " more");
        }
    }

    private void labelled(String label, String content) {
        layout.paragraph(" ".repeat(INDENT) + label + " ".repeat(LABEL - label.length()), INDENT + LABEL, content, 0);
    }
}
