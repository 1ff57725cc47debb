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

/** One run: profile, targets, probes, comparison, report. Safe for use by several threads. */
public final class Run {
    /** How long a profile from elsewhere is used before it is fetched again, so that one start fetches it once. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Configuration configuration;
    private final Settings settings;
    private volatile @Nullable Kept kept;

    private record Kept(String location, ProfileLookup lookup, long since) {}

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
        long started = expectation.started();
        Profile profile = expectation.profile();
        Providers providers = Providers.discover();
        Look look = Look.start(
                configuration,
                profile,
                providers,
                migrated ? Asking.Asked.CHANGES : Asking.Asked.NOTHING,
                left(started));
        VariablesJudgement variables = variables(profile, today(startedAt));
        Comparison comparison = new Comparison(profile, environment(), providers::catalogue, today(startedAt));
        Judgement judgement = (migrated ? comparison : comparison.beforeMigrations()).judge(look.seen(), variables);
        List<Finding> findings =
                new ArrayList<>(new SetupFindings(configuration, settings, startedAt).of(expectation.lookup()));
        findings.addAll(judgement.findings());
        findings.sort(Comparison.WORST_FIRST);
        return told(startedAt, started, expectation, judgement.services(), findings, judgement.agreeing());
    }

    /** What is left of the time for a run: a profile that lies elsewhere has taken at most half of it. */
    private Duration left(long started) {
        Duration whole = configuration.deadline();
        Duration left = whole.minusNanos(System.nanoTime() - started);
        return left.compareTo(whole.dividedBy(2)) < 0 ? whole.dividedBy(2) : left;
    }

    private ParityReport variablesAlone(Instant startedAt, Expectation expectation) {
        long started = expectation.started();
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
    private record Expectation(
            ProfileLookup lookup, @Nullable Profile profile, Mode mode, long started) {}

    private Expectation expectation() {
        long started = System.nanoTime();
        Optional<Mode> outside = settings.mode();
        if ((outside.isPresent() ? outside.get() : configuration.mode()) == Mode.OFF) {
            return new Expectation(ProfileLookup.nowhere(), null, Mode.OFF, started);
        }
        ProfileLookup lookup = lookup();
        Profile profile = configuration.narrowed(
                lookup.document() == null ? null : lookup.document().profile());
        Mode mode = Settings.mode(outside, configuration.mode(), profile, environment());
        return new Expectation(lookup, profile, mode, started);
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
        return capture(source().document(), false);
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
        List<SeenService> seen = look(existing == null ? null : existing.profile(), providers);
        return Captured.of(existing, beside, configuration, environment(), seen, providers);
    }

    private List<SeenService> look(@Nullable Profile profile, Providers providers) {
        Asking.Asked asked = configuration.schema() ? Asking.Asked.EVERYTHING : Asking.Asked.AGAIN;
        return Look.start(configuration, configuration.narrowed(profile), providers, asked, configuration.deadline())
                .seen();
    }

    /**
     * Looks at every service without judging.
     *
     * @throws IOException when the profile in use, which may tell where services are, cannot be read
     * @throws dev.parityguard.profile.ProfileException when it is no profile
     */
    public SortedMap<String, Observation> observe() throws IOException {
        SortedMap<String, Observation> observations = new TreeMap<>();
        for (SeenService seen : look(profile(), Providers.discover())) {
            observations.put(seen.name(), seen.observation());
        }
        return observations;
    }

    /**
     * The profile in use, or null when there is none.
     *
     * @throws IOException when it cannot be read
     * @throws dev.parityguard.profile.ProfileException when it is no profile
     */
    public @Nullable Profile profile() throws IOException {
        ProfileDocument document = source().document();
        return document == null ? null : document.profile();
    }

    private ProfileSource source() {
        return new ProfileSource(settings, configuration);
    }

    private ProfileLookup lookup() {
        ProfileSource source = source();
        if (!source.isElsewhere()) {
            return source.lookup();
        }
        Kept known = kept;
        if (known != null
                && known.location().equals(source.location())
                && System.nanoTime() - known.since() < KEPT.toNanos()) {
            return known.lookup();
        }
        ProfileLookup lookup = source.lookup();
        kept = new Kept(source.location(), lookup, System.nanoTime());
        return lookup;
    }

    /** Where runs are recorded, or null. */
    public @Nullable String record() {
        return settings.said(Settings.RECORD);
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
