package dev.parityguard.metrics;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.Printable;
import dev.parityguard.report.ProfileOrigin;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.report.ServiceSummary.Tally;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rows of one report for each meter that has tags. */
final class ReportRows {
    private static final int SHORT_FINGERPRINT = 12;
    private static final int LONGEST_SECTION = 100;

    private static final Set<String> INDEXES = Set.of("schema.index", "schema.unique_index");

    private final ParityReport report;
    private final ServiceTags services;

    ReportRows(ParityReport report) {
        this.report = report;
        this.services = new ServiceTags(report);
    }

    List<Row<?>> of(ParityMeter meter) {
        return switch (meter) {
            case FINDINGS -> findings();
            case UNKNOWNS -> counted(f -> f.outcome() == Outcome.UNKNOWN && f.waiver() == null);
            case WAIVED -> counted(f -> f.waiver() != null);
            case FACTS_AGREEING -> agreeing();
            case SCHEMA_FIDELITY -> shares(section -> section.startsWith("schema."));
            case INDEX_AVAILABILITY -> shares(INDEXES::contains);
            case DATA_SHAPE_ALIGNMENT -> shares("shape"::equals);
            case SECTION_FINGERPRINT -> sectionFingerprints();
            case PROBE_DURATION -> probeDurations();
            case FINGERPRINT -> fingerprints();
            case PROFILE_FINGERPRINT -> profileFingerprint();
            case MODE -> List.of(Row.of(Tags.of("mode", report.mode().id()), 1));
            case PARITY_RATIO, RUN_DURATION, PROFILE_AGE, BUILD_AGE, WAIVER_REMAINING, REFUSED -> List.of();
        };
    }

    private List<Row<?>> findings() {
        List<Row<?>> rows = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (String service : services.all()) {
                Tags tags = Tags.of("service", service, "severity", severity.id());
                rows.add(Row.of(
                        tags,
                        count(
                                service,
                                f -> f.outcome() == Outcome.MISMATCH
                                        && f.severity() == severity
                                        && f.waiver() == null)));
            }
        }
        return rows;
    }

    private List<Row<?>> counted(Predicate<Finding> which) {
        List<Row<?>> rows = new ArrayList<>();
        for (String service : services.all()) {
            rows.add(Row.of(Tags.of("service", service), count(service, which)));
        }
        return rows;
    }

    private long count(String service, Predicate<Finding> which) {
        return report.findings().stream()
                .filter(f -> services.of(f.service()).equals(service))
                .filter(which)
                .count();
    }

    private List<Row<?>> agreeing() {
        List<Row<?>> rows = new ArrayList<>();
        int variables = report.agreeing()
                - report.services().stream().mapToInt(ServiceSummary::agreeing).sum();
        for (String service : services.all()) {
            int facts = report.services().stream()
                    .filter(s -> services.of(s.name()).equals(service))
                    .mapToInt(ServiceSummary::agreeing)
                    .sum();
            int agreeing = service.equals(ServiceTags.ENVIRONMENT) ? facts + variables : facts;
            rows.add(Row.of(Tags.of("service", service), agreeing));
        }
        return rows;
    }

    private List<Row<?>> shares(Predicate<String> sections) {
        List<Row<?>> rows = new ArrayList<>();
        for (ServiceSummary service : services.named()) {
            Tally sum = new Tally(0, 0);
            for (Map.Entry<String, Tally> section : service.bySection().entrySet()) {
                sum = sections.test(section.getKey()) ? sum.plus(section.getValue()) : sum;
            }
            double all = sum.agreeing() + sum.differing();
            if (all > 0) {
                rows.add(Row.of(Tags.of("service", services.of(service.name())), sum.agreeing() / all));
            }
        }
        return rows;
    }

    private List<Row<?>> probeDurations() {
        List<Row<?>> rows = new ArrayList<>();
        for (ServiceSummary service : services.named()) {
            Tags tags = Tags.of(
                    "service",
                    services.of(service.name()),
                    "outcome",
                    service.outcome().id());
            rows.add(Row.of(tags, ParityMetrics.seconds(service.took())));
        }
        return rows;
    }

    private List<Row<?>> fingerprints() {
        List<Row<?>> rows = new ArrayList<>();
        for (ServiceSummary service : services.named()) {
            String fingerprint = service.fingerprint();
            if (fingerprint != null) {
                rows.add(one(Tags.of("service", services.of(service.name())), fingerprint));
            }
        }
        return rows;
    }

    private List<Row<?>> sectionFingerprints() {
        List<Row<?>> rows = new ArrayList<>();
        for (ServiceSummary service : services.named()) {
            service.sectionFingerprints()
                    .forEach((section, fingerprint) -> rows.add(one(
                            Tags.of(
                                    "service", services.of(service.name()),
                                    "section", Printable.line(section, LONGEST_SECTION)),
                            fingerprint)));
        }
        return rows;
    }

    private List<Row<?>> profileFingerprint() {
        ProfileOrigin profile = report.profile();
        return profile == null ? List.of() : List.of(one(Tags.empty(), profile.fingerprint()));
    }

    private static Row<?> one(Tags tags, String fingerprint) {
        return Row.of(tags.and("fingerprint", shortened(fingerprint)), 1);
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHORT_FINGERPRINT, fingerprint.length()));
    }
}
