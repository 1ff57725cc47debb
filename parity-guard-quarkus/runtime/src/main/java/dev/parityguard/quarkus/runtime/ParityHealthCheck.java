package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.HealthConfig;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.HealthConfig.Status;
import dev.parityguard.report.ParityReport;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells readiness of the last report, without looking again. Ready by default, whatever was found. */
@Readiness
@ApplicationScoped
final class ParityHealthCheck implements HealthCheck {
    private final ParityGuard guard;
    private final HealthConfig config;

    ParityHealthCheck(ParityGuard guard, ParityGuardConfig config) {
        this.guard = guard;
        this.config = config.health();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Parity Guard");
        guard.lastReport()
                .get()
                .filter(report -> report.mode() != Mode.OFF)
                .ifPresentOrElse(report -> tell(report, response), response::up);
        return response.build();
    }

    private void tell(ParityReport report, HealthCheckResponseBuilder response) {
        response.status(isReady(report))
                .withData("mode", report.mode().id())
                .withData("errors", report.mismatches(Severity.ERROR))
                .withData("warnings", report.mismatches(Severity.WARNING))
                .withData("unknowns", report.unknowns())
                .withData("agreeing", report.agreeing())
                .withData("at", report.startedAt().toString());
        if (report.profile() != null) {
            response.withData("profile", report.profile().name());
        }
    }

    private boolean isReady(ParityReport report) {
        boolean error = config.error() == Status.DOWN && !report.blocking().isEmpty();
        boolean unknown = config.unknown() == Status.DOWN && report.unknowns() > 0;
        boolean warning = config.warning() == Status.DOWN && report.mismatches(Severity.WARNING) > 0;
        return !error && !unknown && !warning;
    }
}
