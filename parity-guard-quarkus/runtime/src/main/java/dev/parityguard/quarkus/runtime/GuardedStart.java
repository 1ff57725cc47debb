package dev.parityguard.quarkus.runtime;

import dev.parityguard.Capture;
import dev.parityguard.ParityGuard;
import dev.parityguard.action.LogReport;
import dev.parityguard.fact.Mode;
import dev.parityguard.matching.MatchedServices;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.When;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What the guard does while an application starts. Runs on the thread that starts it, never on an event loop. */
public final class GuardedStart {
    private final ParityGuard guard;
    private final ClientServices services;
    private final ParityGuardConfig config;
    private boolean lookedBefore;
    private boolean looked;

    GuardedStart(ParityGuard guard, ClientServices services, ParityGuardConfig config) {
        this.guard = guard;
        this.services = services;
        this.config = config;
    }

    ParityGuard guard() {
        return guard;
    }

    /** Judges the variables before anything else is done. */
    void variables() {
        orRefuse(guard::enforceVariables);
    }

    /** Looks before the first database is migrated, and at what migrations bring about when they are done. */
    synchronized void beforeMigration() {
        if (config.when() == When.AFTER_MIGRATION || lookedBefore) {
            return;
        }
        lookedBefore = true;
        if (config.schema() || guard.comparesSchema()) {
            orRefuse(guard::enforceBeforeMigrations);
        } else {
            services();
        }
    }

    /** Looks at all services, unless they have been looked at. */
    synchronized void services() {
        if (!looked) {
            looked = true;
            config.capture().ifPresent(this::capture);
            orRefuse(guard::enforce);
        }
    }

    private void capture(Path file) {
        Capture capture;
        try {
            capture = guard.capture(file);
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException("parity-guard.capture: " + file + " could not be written: "
                    + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        String told = "Parity Guard: captured in " + file + ": facts by service " + capture.services()
                + (capture.missed().isEmpty() ? "" : ", but not " + capture.missed());
        if (config.captureExit()) {
            // Thrown by itself it would let Quarkus 3.33 go on; as a cause it ends the application with its status.
            throw new IllegalStateException(
                    new PreventFurtherStepsException(told, capture.missed().isEmpty() ? 0 : 1));
        }
        LoggerFactory.getLogger(LogReport.LOGGER)
                .atLevel(capture.missed().isEmpty() ? Level.INFO : Level.WARN)
                .log(told);
    }

    /** Quarkus prints the message alone of this exception when it has no cause, and ends with status 1. */
    private void orRefuse(Supplier<ParityReport> look) {
        ParityReport report;
        try {
            report = look.get();
        } catch (ParityViolationException refusal) {
            throw new ConfigurationException(refusal.getMessage());
        }
        MatchedServices matched = services.matched();
        if (report.mode() == Mode.ENFORCE && !matched.doubts().isEmpty()) {
            throw new ConfigurationException(matched.doubtsText() + "\n\n" + MatchedServices.REMEDY);
        }
    }
}
