package dev.parityguard.action;

import dev.parityguard.report.ParityReport;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the newest report for metrics and health. Safe for use by several threads. */
public final class LastReport implements ReportAction {
    private final AtomicReference<ParityReport> last = new AtomicReference<>();

    @Override
    public void accept(ParityReport report) {
        last.set(report);
    }

    /** The newest report, or empty before the first run. */
    public Optional<ParityReport> get() {
        return Optional.ofNullable(last.get());
    }
}
