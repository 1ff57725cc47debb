package dev.parityguard.report;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports as an orders service would give them. */
public final class SampleReports {
    private static final Instant CAPTURED = Instant.parse("2026-11-20T09:12:00Z");
    private static final String FINGERPRINT = "5f2b0c3d9e8a7461".repeat(4);

    private SampleReports() {}

    public static ParityReport agreement() {
        return report(Mode.ENFORCE, "staging", services("16.4"), 64);
    }

    public static ParityReport agreementWithNotes() {
        return report(Mode.ENFORCE, "staging", services("16.4"), 62, waivedExtension(), notInProfile());
    }

    public static ParityReport refused() {
        return report(Mode.ENFORCE, "staging", services("16.4"), 61, drift());
    }

    public static ParityReport warned() {
        return report(Mode.WARN, "staging", services("16.4"), 61, drift());
    }

    public static ParityReport reported() {
        return report(Mode.REPORT, "staging", services("16.4"), 61, drift());
    }

    public static ParityReport warningsOnly() {
        return report(Mode.ENFORCE, null, services("16.4"), 63, timeZone());
    }

    public static ParityReport unknownOnly() {
        return report(Mode.ENFORCE, "staging", services("16.4"), 60, notPermitted());
    }

    public static ParityReport unknownAsError() {
        Finding unreachable = FindingDraft.unknown("cache", "redis.reachable", "unreachable")
                .severity(Severity.ERROR)
                .expected("reachable", "connection refused by cache.internal:6379")
                .why("nothing of this service could be compared")
                .fix("look at the service and at the address and credentials given for it")
                .done();
        ServiceSummary cache = new ServiceSummary(
                "cache", "redis", ServiceSummary.Outcome.UNREACHABLE, Facts.none(), 0, Duration.ofMillis(1500));
        return report(Mode.ENFORCE, "staging", List.of(cache, database("postgresql", "16.4")), 41, unreachable);
    }

    public static ParityReport noProfile() {
        return withoutProfile(Severity.WARNING);
    }

    public static ParityReport profileDemanded() {
        return withoutProfile(Severity.ERROR);
    }

    public static ParityReport anotherEngine() {
        List<Finding> consequences = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> FindingDraft.error("orders-db", "postgresql.behaviour.answer_" + i)
                        .expected("yes", i % 2 == 0 ? "no" : null)
                        .done())
                .toList();
        Finding engine = FindingDraft.error("orders-db", "postgresql.kind")
                .expected("postgresql", "sqlite 3.51")
                .why("another engine answers: it parses, compares, sorts and locks in its own way")
                .fix("run the same engine here: postgresql")
                .explaining(consequences)
                .done();
        return report(Mode.ENFORCE, "development", List.of(database("sqlite", "3.51")), 12, engine);
    }

    public static ParityReport waived() {
        return report(Mode.ENFORCE, "staging", services("16.4"), 62, timeZone(), waivedExtension());
    }

    public static ParityReport expiredWaiver() {
        Finding expired = FindingDraft.warning("orders-db", "waiver.expired")
                .from(null)
                .expected("until 2026-10-31", "today is 2026-11-21")
                .why("nobody has looked at this excuse since: search is stubbed locally")
                .fix("mend the difference, or renew the waiver with a new date")
                .care("team-orders", null)
                .done();
        return report(Mode.WARN, "staging", services("16.4"), 63, expired);
    }

    /** As many findings as that, a fifth of them errors. */
    public static ParityReport many(int findings) {
        Finding[] all = IntStream.range(0, findings)
                .mapToObj(i -> (i < findings / 5
                                ? FindingDraft.error("service-" + i, "echo.fact_" + i)
                                : FindingDraft.warning("service-" + i, "echo.fact_" + i))
                        .expected("a", "b")
                        .done())
                .toArray(Finding[]::new);
        return report(Mode.ENFORCE, "staging", services("16.4"), 1, all);
    }

    /** Every text that comes from outside is that one. */
    public static ParityReport hostile(String text) {
        Finding bad = FindingDraft.error(text, "postgresql." + text)
                .from(text)
                .expected(text, "other " + text)
                .setBy(text)
                .why(text)
                .fix(text)
                .care(text, text)
                .explaining(List.of(
                        FindingDraft.error(text, text).expected(text, text).done()))
                .done();
        Finding excused =
                FindingDraft.warning(text, text).waived(text, text, text).done();
        Finding told = FindingDraft.note(text, text, text).done();
        ServiceSummary service = new ServiceSummary(
                text,
                text,
                ServiceSummary.Outcome.OBSERVED,
                Facts.builder().put("product", text).put("version", text).build(),
                1,
                Duration.ofMillis(1));
        return new ParityReport(
                text,
                text,
                Mode.ENFORCE,
                new ProfileOrigin(text, text, CAPTURED, () -> FINGERPRINT),
                CAPTURED,
                Duration.ofMillis(3),
                List.of(service),
                List.of(bad, excused, told),
                1);
    }

    public static ParityReport report(
            Mode mode, @Nullable String environment, List<ServiceSummary> services, int agreeing, Finding... findings) {
        return new ParityReport(
                "orders",
                environment,
                mode,
                new ProfileOrigin("orders", "production", CAPTURED, () -> FINGERPRINT),
                Instant.parse("2026-11-21T08:00:00Z"),
                Duration.ofMillis(42),
                services,
                List.of(findings),
                agreeing);
    }

    public static List<ServiceSummary> services(String postgresql) {
        return List.of(
                service("cache", "redis", "redis", "7.2.4", 12),
                database("postgresql", postgresql),
                service("uploads", "s3", "minio", "2025-04-22", 8));
    }

    public static ServiceSummary service(String name, String kind, String product, String version, int agreeing) {
        Facts facts =
                Facts.builder().put("product", product).put("version", version).build();
        return new ServiceSummary(
                name, kind, ServiceSummary.Outcome.OBSERVED, facts, agreeing, Duration.ofMillis(10 + agreeing));
    }

    private static ServiceSummary database(String product, String version) {
        ServiceSummary seen = service("orders-db", product, product, version, 38);
        TreeMap<String, ServiceSummary.Tally> sections = new TreeMap<>();
        sections.put("schema.column", new ServiceSummary.Tally(14, 1));
        sections.put("schema.index", new ServiceSummary.Tally(3, 1));
        sections.put("schema.unique_index", new ServiceSummary.Tally(1, 0));
        sections.put("shape", new ServiceSummary.Tally(3, 2));
        return new ServiceSummary(
                seen.name(), seen.kind(), seen.outcome(), seen.facts(), seen.agreeing(), seen.took(), sections);
    }

    private static Finding[] drift() {
        return new Finding[] {
            FindingDraft.error("cache", "redis.maxmemory_policy")
                    .from("sound value")
                    .expected("noeviction", "allkeys-lru")
                    .setBy("server")
                    .why("a queue loses jobs without a word when the server evicts keys")
                    .fix("set maxmemory-policy to noeviction")
                    .care("team-orders", null)
                    .done(),
            FindingDraft.error("orders-db", "postgresql.behaviour.sort_order")
                    .expected(
                            "_a 1-1 11 a A \u00e4 \u00c4 b B co-op coop COOP \u00f6 \u00df ss z Z \u00e6 \u00f8"
                                    + " \u00e5 a\u0301 \u00e1 10 9",
                            "10 1-1 11 9 A B COOP Z _a a a\u0301 b co-op coop ss z \u00c4 \u00df \u00e1 \u00e4 \u00e5"
                                    + " \u00e6 \u00f6 \u00f8")
                    .why("lists come in another order, and a range scan over text finds other rows than in production")
                    .fix("create the database with the same locale provider and collation as in production, dump and"
                            + " restore it, then check again")
                    .care("team-orders", "https://wiki.example/orders-db")
                    .done(),
            timeZone(),
            notPermitted(),
            waivedExtension(),
            notInProfile(),
            FindingDraft.warning("uploads", "s3.lifecycle")
                    .severity(Severity.INFO)
                    .expected("yes", null)
                    .done()
        };
    }

    private static Finding timeZone() {
        return FindingDraft.warning("orders-db", "postgresql.setting.TimeZone")
                .expected("UTC", "Europe/Berlin")
                .setBy("role")
                .why("timestamps without a zone are read as another hour")
                .fix("ALTER ROLE \u2026 SET TimeZone = 'UTC'")
                .care("team-orders", "https://wiki.example/orders-db")
                .done();
    }

    private static Finding notPermitted() {
        return FindingDraft.unknown("orders-db", "postgresql.identity.*", "not permitted")
                .why("it could not be looked at, so nobody knows whether it differs")
                .fix("grant: EXECUTE on pg_control_system()")
                .done();
    }

    private static Finding waivedExtension() {
        return FindingDraft.warning("orders-db", "postgresql.extension.pg_trgm")
                .expected("1.6", null)
                .waived("search is stubbed locally", "team-search", "2027-01-31")
                .done();
    }

    private static Finding notInProfile() {
        return FindingDraft.note("cache", "redis.not-in-profile", "3 facts: io-threads, lfu-decay-time, module.search")
                .done();
    }

    private static ParityReport withoutProfile(Severity severity) {
        Finding missing = FindingDraft.unknown("parity-guard", "parity-guard.profile.present", "missing")
                .severity(severity)
                .expected("a profile at classpath:parity-profile.json", null)
                .why("without a profile only what is unsound everywhere is told")
                .fix("capture one in production: ParityGuard.builder()\u2026.build().capture(path)")
                .done();
        return new ParityReport(
                "application",
                "staging",
                Mode.ENFORCE,
                null,
                Instant.parse("2026-11-21T08:00:00Z"),
                Duration.ofMillis(42),
                services("16.4"),
                List.of(missing),
                0);
    }
}
