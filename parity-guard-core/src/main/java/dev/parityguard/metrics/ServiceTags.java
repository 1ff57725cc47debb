package dev.parityguard.metrics;

import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.Printable;
import dev.parityguard.report.ServiceSummary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The bounded values of the tag {@code service}: services first, then what else has findings, the rest as one. */
final class ServiceTags {
    static final String ENVIRONMENT = "environment";
    static final String OTHER = "other";

    /** How many values are told apart. */
    static final int MAX = 50;

    private static final int MAX_LENGTH = 100;

    private final ParityReport report;
    private final Set<String> known = new LinkedHashSet<>();

    ServiceTags(ParityReport report) {
        this.report = report;
        known.add(ENVIRONMENT);
        report.services().forEach(service -> add(service.name()));
        report.findings().stream().map(Finding::service).sorted().forEach(this::add);
    }

    /** The value for that service. */
    String of(String service) {
        String tag = tag(service);
        return known.contains(tag) ? tag : OTHER;
    }

    /** Every value there is. */
    Set<String> all() {
        return known;
    }

    /** The services that have a value of their own, one for each value. */
    List<ServiceSummary> named() {
        List<ServiceSummary> named = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (ServiceSummary service : report.services()) {
            String tag = of(service.name());
            if (!tag.equals(OTHER) && seen.add(tag)) {
                named.add(service);
            }
        }
        return named;
    }

    private void add(String service) {
        String tag = tag(service);
        if (!known.contains(tag)) {
            known.add(known.size() < MAX ? tag : OTHER);
        }
    }

    private static String tag(String service) {
        return service.isBlank() ? OTHER : Printable.line(service, MAX_LENGTH);
    }
}
