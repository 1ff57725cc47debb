package dev.parityguard.cli.output;

import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportJson;
import dev.parityguard.report.ReportText;

/** The forms in which a report can be written. */
public enum ReportFormat {
    TEXT {
        @Override
        public String render(ParityReport report, Places places, boolean colours) {
            return ReportText.ofLook(report, colours);
        }
    },
    JSON {
        @Override
        public String render(ParityReport report, Places places, boolean colours) {
            return ReportJson.of(report);
        }
    },
    MARKDOWN {
        @Override
        public String render(ParityReport report, Places places, boolean colours) {
            return MarkdownReport.of(report);
        }
    },
    JUNIT {
        @Override
        public String render(ParityReport report, Places places, boolean colours) {
            return JunitReport.of(report);
        }
    },
    SARIF {
        @Override
        public String render(ParityReport report, Places places, boolean colours) {
            return SarifReport.of(report, places);
        }
    },
    HTML {
        @Override
        public String render(ParityReport report, Places places, boolean colours) {
            return HtmlReport.of(report);
        }
    };

    /**
     * The whole report.
     *
     * @param colours whether the reader is a terminal with colours
     */
    public abstract String render(ParityReport report, Places places, boolean colours);
}
