package dev.parityguard.internal;

import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.SeenService;
import dev.parityguard.compare.VariablesComparison;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Observation;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import dev.parityguard.report.ServiceSummary;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
        return report(this::whole);
    }

    /** Judges everything but what migrations bring about, in the same way. */
    public ParityReport beforeMigrations() {
        return report((at, expectation) -> services(at, expectation, false));
    }

    /** Judges the variables alone, in the same way. */
    public ParityReport variables() {
        return report(this::variablesAlone);
    }

    /** Whether anything that is expected is brought about by migrations. */
    public boolean comparesSchema() {
        try {
            Expectation expectation = expectation();
            return expectation.mode() != Mode.OFF && comparesSchema(expectation.profile());
        } catch (RuntimeException | LinkageError e) {
            // The run that follows tells of it.
            return false;
        }
    }

    private static boolean comparesSchema(@Nullable Profile profile) {
        if (profile == null) {
            return false;
        }
        Providers providers = Providers.discover();
        return profile.services().values().stream().anyMatch(service -> {
            FactCatalogue catalogue = providers.catalogue(service.kind());
            return service.facts().keySet().stream().anyMatch(catalogue::isSummary);
        });
    }

    private ParityReport report(BiFunction<Instant, Expectation, ParityReport> judging) {
        Instant startedAt = configuration.clock().instant();
        try {
            Expectation expectation = expectation();
            return expectation.mode() == Mode.OFF ? nothingDone(startedAt) : judging.apply(startedAt, expectation);
        } catch (RuntimeException | LinkageError e) {
            return failed(startedAt, e);
        }
    }

    private ParityReport whole(Instant startedAt, Expectation expectation) {
        return services(startedAt, expectation, true);
    }

    private ParityReport services(Instant startedAt, Expectation expectation, boolean migrated) {
        long started = System.nanoTime();
        Profile profile = expectation.profile();
        Providers providers = Providers.discover();
        Look look =
                Look.start(configuration, profile, providers, migrated ? Asking.Asked.CHANGES : Asking.Asked.NOTHING);
        VariablesJudgement variables = variables(profile, today(startedAt));
        Comparison comparison = new Comparison(profile, environment(), providers::catalogue, today(startedAt));
        Judgement judgement = (migrated ? comparison : comparison.beforeMigrations()).judge(look.seen(), variables);
        List<Finding> findings =
                new ArrayList<>(SetupFindings.of(expectation.lookup(), configuration, settings.modeIsUnreadable()));
        findings.addAll(judgement.findings());
        findings.sort(Comparison.WORST_FIRST);
        return told(startedAt, started, expectation, judgement.services(), findings, judgement.agreeing());
    }

    private ParityReport variablesAlone(Instant startedAt, Expectation expectation) {
        long started = System.nanoTime();
        VariablesJudgement judgement = variables(expectation.profile(), today(startedAt));
        List<Finding> findings = new ArrayList<>(judgement.findings());
        findings.sort(Comparison.WORST_FIRST);
        return told(startedAt, started, expectation, List.of(), findings, judgement.agreeing());
    }

    private VariablesJudgement variables(@Nullable Profile profile, LocalDate today) {
        return profile == null
                ? VariablesJudgement.none()
                : new VariablesComparison(profile, environment(), today).judge(configuration.variables());
    }

    private ParityReport told(
            Instant startedAt,
            long started,
            Expectation expectation,
            List<ServiceSummary> services,
            List<Finding> findings,
            int agreeing) {
        Profile profile = expectation.profile();
        ProfileDocument document = expectation.lookup().document();
        return new ParityReport(
                profile == null ? configuration.name() : profile.name(),
                environment(),
                expectation.mode(),
                document == null ? null : origin(document),
                startedAt,
                Duration.ofNanos(System.nanoTime() - started),
                services,
                findings,
                agreeing);
    }

    /** What a run starts with. With mode {@code off} the profile may be unread. */
    private record Expectation(ProfileLookup lookup, Mode mode) {
        @Nullable
        Profile profile() {
            return lookup.document() == null ? null : lookup.document().profile();
        }
    }

    private Expectation expectation() {
        Optional<Mode> outside = settings.mode();
        if ((outside.isPresent() ? outside.get() : configuration.mode()) == Mode.OFF) {
            return new Expectation(ProfileLookup.nowhere(), Mode.OFF);
        }
        ProfileLookup lookup = ProfileLookup.at(profileLocation());
        Profile profile = lookup.document() == null ? null : lookup.document().profile();
        return new Expectation(lookup, Settings.mode(outside, configuration.mode(), profile, environment()));
    }

    private static LocalDate today(Instant startedAt) {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }

    /** The environment's name: said from outside or by the application; null when nobody says it. */
    public @Nullable String environment() {
        String outside = settings.said(Settings.ENVIRONMENT);
        return outside != null ? outside : configuration.environment();
    }

    /**
     * Looks at every service without judging, and puts what was seen into the profile in use, or into a new one.
     *
     * @throws IOException when the profile in use cannot be read
     * @throws dev.parityguard.profile.ProfileException when it is no profile, or would hold what none may
     */
    public Captured capture() throws IOException {
        return capture(ProfileLookup.document(profileLocation()), false);
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
        return Captured.of(existing, beside, configuration, environment(), look(existing, providers), providers);
    }

    /**
     * Looks at every service without judging.
     *
     * @throws IOException when the profile in use cannot be read
     * @throws dev.parityguard.profile.ProfileException when it is no profile
     */
    public SortedMap<String, Observation> observe() throws IOException {
        SortedMap<String, Observation> observations = new TreeMap<>();
        for (SeenService seen : look(ProfileLookup.document(profileLocation()), Providers.discover())) {
            observations.put(seen.name(), seen.observation());
        }
        return observations;
    }

    private List<SeenService> look(@Nullable ProfileDocument existing, Providers providers) {
        Profile profile = existing == null ? null : existing.profile();
        Asking.Asked asked = configuration.schema() ? Asking.Asked.EVERYTHING : Asking.Asked.AGAIN;
        return Look.start(configuration, profile, providers, asked).seen();
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
