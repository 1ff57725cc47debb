package dev.parityguard.compare;

import dev.parityguard.report.Finding;
import dev.parityguard.report.ServiceSummary;
import java.util.List;

/**
 * What comparing gives.
 *
 * @param findings the worst first, then by service and fact
 * @param services what was looked at, sorted by name
 * @param agreeing how many expected facts and variables agree
 */
public record Judgement(List<Finding> findings, List<ServiceSummary> services, int agreeing) {
    public Judgement {
        findings = List.copyOf(findings);
        services = List.copyOf(services);
    }
}
