package dev.parityguard.spring.actuate;

import dev.parityguard.action.LastReport;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.spring.ParityGuardProperties;
import dev.parityguard.spring.boot3.HealthView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a health status of the newest report, as the application wants it. */
final class ReportHealth implements HealthView {
    private static final String AGREES = "UP";
    private static final String NOT_LOOKED = "UNKNOWN";

    private final LastReport last;
    private final ParityGuardProperties.Health statuses;

    ReportHealth(LastReport last, ParityGuardProperties.Health statuses) {
        this.last = last;
        this.statuses = statuses;
    }

    @Override
    public Seen see() {
        return last.get()
                .map(report -> new Seen(status(report), details(report)))
                .orElseGet(() -> new Seen(NOT_LOOKED, Map.of()));
    }

    private String status(ParityReport report) {
        if (report.mode() == Mode.OFF) {
            return NOT_LOOKED;
        }
        if (!report.blocking().isEmpty()) {
            return statuses.error();
        }
        if (report.unknowns() > 0) {
            return statuses.unknown();
        }
        return report.mismatches(Severity.WARNING) > 0 ? statuses.warning() : AGREES;
    }

    private static Map<String, Object> details(ParityReport report) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mode", report.mode().id());
        if (report.environment() != null) {
            details.put("environment", report.environment());
        }
        if (report.profile() != null) {
            details.put("profile", report.profile().name());
        }
        details.put("checkedAt", report.startedAt().toString());
        details.put("errors", report.mismatches(Severity.ERROR));
        details.put("warnings", report.mismatches(Severity.WARNING));
        details.put("unknowns", report.unknowns());
        details.put("agreeing", report.agreeing());
        Map<String, String> services = new LinkedHashMap<>();
        for (ServiceSummary service : report.services()) {
            services.put(service.name(), service.outcome().id());
        }
        details.put("services", services);
        details.put("findings", findings(report));
        return details;
    }

    private static List<String> findings(ParityReport report) {
        List<String> open = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.outcome() != Outcome.NOTE && finding.severity() != Severity.INFO && finding.waiver() == null) {
                open.add(finding.service() + " " + finding.id());
            }
        }
        return open;
    }
}
