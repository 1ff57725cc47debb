package dev.parityguard.internal;

import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.SeenService;
import dev.parityguard.compare.VariablesComparison;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.Mode;
import dev.parityguard.probe.Probe;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One run: profile, targets, probes, comparison, report. Safe for use by several threads; keeps no state. */
public final class Run {
    private final Configuration configuration;
    private final Settings settings;

    /** A run as the application wants it, with what is said from outside. */
    public Run(Configuration configuration) {
        this.configuration = configuration;
        this.settings = new Settings(configuration.variables());
    }

    /**
     * Looks, compares and reports. With mode {@code off} it does nothing at all. A failure of the guard itself is an unknown
     * of the report, never an exception.
     */
    public ParityReport report() {
        Instant startedAt = configuration.clock().instant();
        try {
            return report(startedAt);
        } catch (RuntimeException | LinkageError e) {
            return failed(startedAt, e);
        }
    }

    private ParityReport report(Instant startedAt) {
        long started = System.nanoTime();
        Optional<Mode> outside = settings.mode();
        if ((outside.isPresent() ? outside.get() : configuration.mode()) == Mode.OFF) {
            return nothingDone(startedAt);
        }
        ProfileLookup lookup = ProfileLookup.at(profileLocation());
        ProfileDocument document = lookup.document();
        Profile profile = document == null ? null : document.profile();
        Mode mode = Settings.mode(outside, configuration.mode(), profile, environment());
        if (mode == Mode.OFF) {
            return nothingDone(startedAt);
        }
        Providers providers = Providers.discover();
        SortedMap<String, Resolution.Resolved> services = new Resolution(configuration, profile, providers).services();
        ProbeRun probing = ProbeRun.start(probes(services), configuration.deadline());
        // What needs no answer yet is done while the servers are at it.
        for (Resolution.Resolved service : services.values()) {
            if (service.kind() != null) {
                providers.catalogue(service.kind());
            }
        }
        LocalDate today = LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
        VariablesJudgement variables = profile == null
                ? VariablesJudgement.none()
                : new VariablesComparison(profile, environment(), today).judge(configuration.variables());
        Judgement judgement = new Comparison(profile, environment(), providers::catalogue, today)
                .judge(seen(services, probing.results()), variables);
        List<Finding> findings =
                new ArrayList<>(SetupFindings.of(lookup, configuration.profileRequired(), settings.modeIsUnreadable()));
        findings.addAll(judgement.findings());
        findings.sort(Comparison.WORST_FIRST);
        return new ParityReport(
                profile == null ? configuration.name() : profile.name(),
                environment(),
                mode,
                document == null ? null : origin(document),
                startedAt,
                Duration.ofNanos(System.nanoTime() - started),
                judgement.services(),
                findings,
                judgement.agreeing());
    }

    /** The environment's name: said from outside or by the application; null when nobody says it. */
    public @Nullable String environment() {
        String outside = settings.said(Settings.ENVIRONMENT);
        return outside != null ? outside : configuration.environment();
    }

    /**
     * Looks at every service without judging, and puts what was seen into a profile.
     *
     * @param existing the profile to refresh, or null for a new one
     * @param beside whether what was seen stands beside the former facts, where production is several
     * @throws dev.parityguard.profile.ProfileException when the profile would hold what none may
     */
    public Captured capture(@Nullable ProfileDocument existing, boolean beside) {
        Providers providers = Providers.discover();
        Profile profile = existing == null ? null : existing.profile();
        SortedMap<String, Resolution.Resolved> services = new Resolution(configuration, profile, providers).services();
        List<SeenService> seen = seen(services, ProbeRun.run(probes(services), configuration.deadline()));
        return Captured.of(existing, beside, configuration, environment(), seen, providers);
    }

    private static Map<String, Probe> probes(SortedMap<String, Resolution.Resolved> services) {
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (Map.Entry<String, Resolution.Resolved> service : services.entrySet()) {
            probes.put(service.getKey(), service.getValue().probe());
        }
        return probes;
    }

    private static List<SeenService> seen(
            SortedMap<String, Resolution.Resolved> services, Map<String, ProbeRun.Result> results) {
        List<SeenService> seen = new ArrayList<>();
        for (Map.Entry<String, Resolution.Resolved> service : services.entrySet()) {
            String name = service.getKey();
            Resolution.Resolved resolved = service.getValue();
            ProbeRun.Result result = Objects.requireNonNull(results.get(name), name);
            seen.add(new SeenService(name, resolved.kind(), resolved.use(), result.observation(), result.took()));
        }
        return seen;
    }

    private String profileLocation() {
        String outside = settings.said(Settings.PROFILE);
        if (outside != null) {
            return outside;
        }
        return configuration.profile() == null ? ProfileLookup.DEFAULT : configuration.profile();
    }

    private ParityReport nothingDone(Instant at) {
        return new ParityReport(
                configuration.name(), environment(), Mode.OFF, null, at, Duration.ZERO, List.of(), List.of(), 0);
    }

    /** Nothing of the failed run is used any more, not even what it was told from outside. */
    private ParityReport failed(Instant at, Throwable failure) {
        return new ParityReport(
                configuration.name(),
                configuration.environment(),
                configuration.mode() == null ? Mode.WARN : configuration.mode(),
                null,
                at,
                Duration.ZERO,
                List.of(),
                List.of(SetupFindings.failed(failure)),
                0);
    }

    private static ProfileOrigin origin(ProfileDocument document) {
        Profile.Captured captured = document.profile().captured();
        return new ProfileOrigin(
                document.profile().name(),
                captured == null ? null : captured.environment(),
                captured == null ? null : captured.at(),
                document::fingerprint);
    }
}
