package dev.parityguard.cli.output;

import dev.parityguard.report.Finding;
import dev.parityguard.report.OneLine;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.Printable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report for a pull request or a job's summary. */
final class MarkdownReport {
    /** A comment on a platform has about 65,000 characters. */
    private static final int MAX_FINDINGS = 100;

    private static final int MAX_VALUE = 300;

    private MarkdownReport() {}

    static String of(ParityReport report) {
        StringBuilder text = new StringBuilder();
        text.append("**").append(escaped(OneLine.ofLook(report))).append("**\n");
        List<Finding> findings = report.findings();
        if (!findings.isEmpty()) {
            text.append("\n| | service | fact | expected | actual | what to do |\n|---|---|---|---|---|---|\n");
            findings.stream().limit(MAX_FINDINGS).forEach(finding -> text.append(row(finding)));
        }
        if (findings.size() > MAX_FINDINGS) {
            text.append("\nand ").append(findings.size() - MAX_FINDINGS).append(" more\n");
        }
        return text.toString();
    }

    private static String row(Finding finding) {
        String why = Sentences.of(finding) + (finding.owner() == null ? "" : " (" + finding.owner() + ")");
        return "| " + Sentences.word(finding).toLowerCase(Locale.ROOT) + " | " + escaped(finding.service()) + " | "
                + code(finding.id()) + " | " + value(finding.expected()) + " | " + value(Sentences.actual(finding))
                + " | "
                + escaped(why) + " |\n";
    }

    private static String value(@Nullable String value) {
        return value == null ? "" : code(value);
    }

    /** Code in which nothing but a bar has a meaning, fenced by more backticks than it holds. */
    private static String code(String text) {
        String line = Printable.line(text, MAX_VALUE).replace("|", "\\|");
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        return fence.length() == 1 ? fence + line + fence : fence + " " + line + " " + fence;
    }

    private static String escaped(String text) {
        return Printable.line(text, 2 * MAX_VALUE).replaceAll("([\\\\`*_\\[\\]<>|#@~])", "\\\\$1");
    }
}
