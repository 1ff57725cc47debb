package dev.parityguard;

import dev.parityguard.action.ReportAction;
import dev.parityguard.action.RunRecord;
import dev.parityguard.action.TerminationMessage;
import dev.parityguard.fact.Mode;
import dev.parityguard.internal.Run;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.ParityReport;
import java.nio.file.Path;

/** Loads what leaves a message of a refusal behind, or records runs, only when there is something to do. */
record OnRequest(Run run, VariableSource variables) implements ReportAction {
    @Override
    public void accept(ParityReport report) {
        if (report.refuses()) {
            new TerminationMessage(variables.get(TerminationMessage.VARIABLE)).accept(report);
        }
        String file = run.record();
        if (file != null && report.mode() != Mode.OFF) {
            new RunRecord(Path.of(file)).accept(report);
        }
    }
}
