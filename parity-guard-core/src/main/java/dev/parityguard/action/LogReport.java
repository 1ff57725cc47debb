package dev.parityguard.action;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.OneLine;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs a report through SLF4J as structured events: first one for the run, then one for each finding, each one line to
 * read and key-values to search by. Agreement is one line at {@code INFO}; in mode {@link Mode#REPORT} everything is at
 * {@code DEBUG}. Safe for use by several threads.
 */
public final class LogReport implements ReportAction {
    /** The logger's name. */
    public static final String LOGGER = "dev.parityguard";

    private static final int MAX_FINDINGS = 100;

    private final Logger log;

    /** Logs to the logger {@value #LOGGER}. */
    public LogReport() {
        this(LoggerFactory.getLogger(LOGGER));
    }

    LogReport(Logger log) {
        this.log = log;
    }

    @Override
    public void accept(ParityReport report) {
        summary(report);
        if (report.agrees()) {
            return;
        }
        List<Finding> findings = report.findings();
        for (Finding finding : findings.subList(0, Math.min(MAX_FINDINGS, findings.size()))) {
            finding(report, finding);
        }
        if (findings.size() > MAX_FINDINGS) {
            new StructuredEvent(log, level(report, Severity.WARNING))
                    .with("parity.omitted", findings.size() - MAX_FINDINGS)
                    .log("and " + (findings.size() - MAX_FINDINGS) + " more findings");
        }
    }

    private void summary(ParityReport report) {
        Severity worst =
                report.agrees() ? Severity.INFO : report.blocking().isEmpty() ? Severity.WARNING : Severity.ERROR;
        ProfileOrigin profile = report.profile();
        new StructuredEvent(log, level(report, worst))
                .withText("parity.application", report.application())
                .withText("parity.environment", report.environment())
                .withText("parity.mode", report.mode().id())
                .withText("parity.profile", profile == null ? null : profile.name())
                .with("parity.errors", report.mismatches(Severity.ERROR))
                .with("parity.warnings", report.mismatches(Severity.WARNING))
                .with("parity.unknowns", report.unknowns())
                .with("parity.waived", report.waived())
                .with("parity.agreeing", report.agreeing())
                .with("parity.refused", report.refuses())
                .with("parity.took_ms", report.took().toMillis())
                .log(OneLine.of(report));
    }

    private void finding(ParityReport report, Finding finding) {
        Finding.Waived waiver = finding.waiver();
        new StructuredEvent(log, level(report, finding.severity()))
                .withText("parity.id", finding.id())
                .withText("parity.service", finding.service())
                .withText("parity.outcome", finding.outcome().id())
                .withText("parity.severity", finding.severity().id())
                .withText("parity.cause", finding.cause())
                .withText("parity.expected", finding.expected())
                .withText("parity.expected_from", finding.expectedFrom())
                .withText("parity.actual", finding.actual())
                .withText("parity.source", finding.source())
                .withText("parity.owner", finding.owner())
                .withText("parity.runbook", finding.runbook())
                .withText("parity.waiver", waiver == null ? null : waiver.reason())
                .withText("parity.waived_by", waiver == null ? null : waiver.owner())
                .withText("parity.waived_until", waiver == null ? null : waiver.until())
                .with("parity.consequences", finding.consequences().size())
                .log(message(report, finding));
    }

    /** A refusal's exception tells why and how to fix it, so the log does not. */
    private static String message(ParityReport report, Finding finding) {
        String line = OneLine.of(finding);
        if (finding.waiver() != null) {
            return line + "; waived: " + StructuredEvent.line(finding.waiver().reason());
        }
        if (report.refuses() || finding.severity() == Severity.INFO) {
            return line;
        }
        return line + "; " + StructuredEvent.line(finding.why()) + "; fix: " + StructuredEvent.line(finding.fix());
    }

    private static Level level(ParityReport report, Severity severity) {
        if (report.mode() == Mode.REPORT || report.mode() == Mode.OFF) {
            return Level.DEBUG;
        }
        return switch (severity) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case INFO -> Level.INFO;
        };
    }
}
