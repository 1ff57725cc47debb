package dev.parityguard.cli.output;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import dev.parityguard.report.ServiceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports to be written: one of every kind of finding, and many. */
final class Reports {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Finding.Waived EXCUSE =
            new Finding.Waived("search is stubbed | <locally>", "team-search", "2027-01-31");

    private Reports() {}

    static ParityReport mixed() {
        Finding consequence = finding("redis.aof_enabled", Outcome.MISMATCH, Severity.ERROR, "yes", "no", null);
        return report(List.of(
                finding("redis.maxmemory_policy", Outcome.MISMATCH, Severity.ERROR, "noeviction", "all`keys|-lru", null)
                        .explaining(List.of(consequence)),
                finding("redis.reachable", Outcome.UNKNOWN, Severity.ERROR, null, null, null),
                finding("redis.tls", Outcome.MISMATCH, Severity.WARNING, "yes", null, null),
                finding("redis.databases", Outcome.UNKNOWN, Severity.WARNING, null, null, null),
                finding("redis.module.search", Outcome.MISMATCH, Severity.INFO, "2.8", null, EXCUSE),
                finding(
                        "redis.not-in-profile",
                        Outcome.NOTE,
                        Severity.INFO,
                        null,
                        "]]> </script><b>\u0007\u202e é",
                        null)));
    }

    static ParityReport agreeing() {
        return report(List.of());
    }

    static ParityReport many(int findings) {
        List<Finding> many = new ArrayList<>();
        Severity[] severities = Severity.values();
        for (int i = 0; i < findings; i++) {
            many.add(new Finding(
                    "postgresql.schema.column.public.table_" + i + ".column_" + i,
                    i % 3 == 0 ? "orders-db" : "users-db",
                    "schema.column.public.table_" + i + ".column_" + i,
                    Outcome.MISMATCH,
                    severities[i * severities.length / findings],
                    "behaviour",
                    "character varying(" + i + ") not null",
                    "production",
                    "text",
                    "database",
                    "statements that read or write the column fail, or keep other values",
                    "make the column as in the profile: a migration is missing, or was made by hand",
                    "team-orders",
                    "https://wiki.example/orders-db",
                    null,
                    List.of()));
        }
        return report(many);
    }

    private static ParityReport report(List<Finding> findings) {
        Facts facts =
                Facts.builder().put("product", "redis").put("version", "7.2.4").build();
        return new ParityReport(
                "orders",
                "staging",
                Mode.REPORT,
                new ProfileOrigin("orders", "production", NOON, () -> "0123"),
                NOON,
                Duration.ofMillis(42),
                List.of(new ServiceSummary(
                        "queue", "redis", ServiceSummary.Outcome.OBSERVED, facts, 61, Duration.ofMillis(12))),
                findings,
                61);
    }

    private static Finding finding(
            String id,
            Outcome outcome,
            Severity severity,
            @Nullable String expected,
            @Nullable String actual,
            Finding.@Nullable Waived waiver) {
        return new Finding(
                id,
                "queue",
                id.substring(id.indexOf('.') + 1),
                outcome,
                severity,
                "behaviour",
                expected,
                expected == null ? null : "production",
                actual,
                null,
                "a queue loses jobs <without> a word",
                "set it & look again",
                "team_orders",
                null,
                waiver,
                List.of());
    }
}
