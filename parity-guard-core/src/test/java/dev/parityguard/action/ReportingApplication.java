package dev.parityguard.action;

import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.report.ReportJson;
import dev.parityguard.report.ReportText;
import dev.parityguard.report.SampleReports;
import java.util.List;

/** A process of its own that does with a report what a boot does. */
final class ReportingApplication {
    private ReportingApplication() {}

    public static void main(String[] arguments) {
        boolean refuse = arguments[0].equals("refuse");
        ParityReport report = refuse ? SampleReports.refused() : SampleReports.agreement();
        LastReport last = new LastReport();
        List<ReportAction> actions = List.of(last, new LogReport(), new TerminationMessage(arguments[1]));
        actions.forEach(action -> action.accept(report));
        if (refuse) {
            System.out.println(ReportJson.of(report));
            throw new ParityViolationException(last.get().orElseThrow(), ReportText.of(report));
        }
    }
}
