package dev.parityguard.action;

import dev.parityguard.report.ParityReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the newest report for metrics and health. Safe for use by several threads. */
public final class LastReport implements ReportAction {
    private final AtomicReference<ParityReport> last = new AtomicReference<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    @Override
    public void accept(ParityReport report) {
        last.set(report);
        for (Runnable follower : followers) {
            follower.run();
        }
    }

    /** The newest report, or empty before the first run. */
    public Optional<ParityReport> get() {
        return Optional.ofNullable(last.get());
    }

    /** Runs that after each new report, on the thread that runs the guard. */
    public void onChange(Runnable follower) {
        followers.add(follower);
    }
}
