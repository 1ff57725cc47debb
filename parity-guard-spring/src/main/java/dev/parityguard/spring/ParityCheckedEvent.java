package dev.parityguard.spring;

import dev.parityguard.report.ParityReport;
import org.springframework.context.ApplicationEvent;

/**
 * The guard has looked: once all beans exist when the application starts, and after each further look. Not published when
 * the mode is {@code off} or the application refuses to start.
 */
public final class ParityCheckedEvent extends ApplicationEvent {
    private static final long serialVersionUID = 1L;

    private final transient ParityReport report;

    ParityCheckedEvent(ParityCheck source, ParityReport report) {
        super(source);
        this.report = report;
    }

    /** What was found. */
    public ParityReport report() {
        return report;
    }
}
