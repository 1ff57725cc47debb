package dev.parityguard.report;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.util.List;

/**
 * A report as a person reads it: the headline, a block for each finding, a line for each excused one and each note, and
 * what can be done. Every text ends with a line end; all but the headline is wrapped at 100 columns.
 */
public final class ReportText {
    private static final int MAX_FINDINGS = 100;
    private static final String EXCUSE = "  To excuse a finding: docs/profile-format.md#waivers";

    private final ParityReport report;
    private final Palette palette;
    private final TextLayout layout = new TextLayout();

    private ReportText(ParityReport report, Palette palette) {
        this.report = report;
        this.palette = palette;
    }

    /** The whole report as plain text. */
    public static String of(ParityReport report) {
        return new ReportText(report, Palette.PLAIN).whole();
    }

    /** The whole report with ANSI colours; whether the reader is a terminal is for the caller to know. */
    public static String coloured(ParityReport report) {
        return new ReportText(report, Palette.ANSI).whole();
    }

    /**
     * The whole report for whoever looks without starting anything, such as a pipeline: nothing is told of modes.
     *
     * @param colours whether to use ANSI colours
     */
    public static String ofLook(ParityReport report, boolean colours) {
        ParityReport look = report.in(Mode.REPORT);
        return new ReportText(look, colours ? Palette.ANSI : Palette.PLAIN).whole(OneLine.ofLook(look));
    }

    /** The short form: the headline and one line for each finding that keeps the application from starting. */
    public static String brief(ParityReport report) {
        StringBuilder brief = new StringBuilder(OneLine.of(report)).append('\n');
        List<Finding> blocking = report.blocking();
        blocking.stream()
                .limit(MAX_FINDINGS)
                .forEach(f -> brief.append(OneLine.of(f)).append('\n'));
        if (blocking.size() > MAX_FINDINGS) {
            brief.append("and ").append(blocking.size() - MAX_FINDINGS).append(" more\n");
        }
        return brief.toString();
    }

    private String whole() {
        return whole(OneLine.of(report));
    }

    private String whole(String headline) {
        layout.line(palette.headline(headline));
        List<Finding> told =
                report.findings().stream().filter(ReportText::deservesBlock).toList();
        FindingBlock block = new FindingBlock(report, layout, palette);
        told.stream().limit(MAX_FINDINGS).forEach(block::write);
        more(told.size());
        passing(report.findings().stream().filter(f -> f.waiver() != null).toList());
        passing(report.findings().stream()
                .filter(f -> f.waiver() == null && !deservesBlock(f))
                .toList());
        advice(told);
        return layout.toString();
    }

    private static boolean deservesBlock(Finding finding) {
        return finding.waiver() == null && finding.severity() != Severity.INFO;
    }

    private void passing(List<Finding> findings) {
        if (!findings.isEmpty()) {
            layout.line("");
        }
        for (Finding finding : findings.subList(0, Math.min(MAX_FINDINGS, findings.size()))) {
            String word = FindingBlock.word(finding);
            layout.paragraph(
                    FindingBlock.lead(word, palette), FindingBlock.INDENT, passing(finding), palette.hidden(word));
        }
        more(findings.size());
    }

    private static String passing(Finding finding) {
        Finding.Waived waiver = finding.waiver();
        if (waiver == null) {
            return OneLine.of(finding);
        }
        String until = waiver.until() == null ? "" : ", until " + OneLine.name(waiver.until());
        return OneLine.name(finding.service()) + " " + OneLine.name(finding.id()) + ": "
                + OneLine.value(waiver.reason()) + " (" + OneLine.name(waiver.owner()) + until + ")";
    }

    private void more(int findings) {
        if (findings > MAX_FINDINGS) {
            layout.line("").line("  and " + (findings - MAX_FINDINGS) + " more; the report as JSON has them all");
        }
    }

    private void advice(List<Finding> told) {
        boolean excusable = told.stream().anyMatch(f -> f.outcome() == Outcome.MISMATCH);
        if (report.refuses() || excusable) {
            layout.line("");
        }
        if (report.refuses()) {
            layout.line("  To start anyway, once: PARITY_GUARD_MODE=warn");
        }
        if (excusable) {
            layout.line(EXCUSE);
        }
    }
}
