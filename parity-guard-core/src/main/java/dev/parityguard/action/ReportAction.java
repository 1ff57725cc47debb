package dev.parityguard.action;

import dev.parityguard.report.ParityReport;

/**
 * Something that is done with every report, before a refusal. An exception is logged and keeps neither the other actions
 * nor the application from going on.
 */
@FunctionalInterface
public interface ReportAction {
    /** Takes the report of a run that has just ended. Called on the thread that runs the guard. */
    void accept(ParityReport report);
}
