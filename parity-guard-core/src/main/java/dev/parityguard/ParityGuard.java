package dev.parityguard;

import dev.parityguard.action.LastReport;
import dev.parityguard.action.LogReport;
import dev.parityguard.action.ReportAction;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Observation;
import dev.parityguard.internal.Captured;
import dev.parityguard.internal.Configuration;
import dev.parityguard.internal.Run;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.report.ReportText;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Looks at what the process really stands on, compares it with the expected profile, and says so.
 *
 * <pre>{@code
 * ParityGuard.builder()
 *         .environment("production")
 *         .service("orders-db", Target.of(dataSource))
 *         .build()
 *         .enforce();
 * }</pre>
 *
 * <p>Immutable but for the last report it keeps; safe for use by several threads. From outside, without a rebuild, the
 * variable {@code PARITY_GUARD_MODE} or the system property {@code parity-guard.mode} ({@code off}, {@code report},
 * {@code warn}, {@code enforce}) wins over everything; {@code PARITY_GUARD_ENVIRONMENT} and {@code PARITY_GUARD_PROFILE}
 * likewise.
 */
public final class ParityGuard {
    /** How long a run may take unless said otherwise. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

    private final Run run;
    private final LastReport last;
    private final List<ReportAction> actions;
    private final List<ReportAction> rechecking;

    private ParityGuard(Builder builder) {
        this.run = new Run(new Configuration(
                builder.name,
                builder.environment,
                builder.mode,
                builder.profile,
                builder.profileKey,
                builder.profileMaxAge,
                builder.profileRequired,
                builder.process,
                builder.schema,
                builder.captureHint,
                builder.deadline,
                builder.targets,
                builder.only,
                builder.rules,
                builder.source == null ? null : builder.source::find,
                builder.variables,
                builder.clock));
        this.last = new LastReport();
        this.rechecking = new ArrayList<>();
        rechecking.add(last);
        rechecking.addAll(builder.actions);
        this.actions = new ArrayList<>();
        actions.add(last);
        actions.add(new LogReport());
        actions.add(new OnRequest(run, builder.variables));
        actions.addAll(builder.actions);
    }

    /** A guard for which the profile on the class path says everything: environment variables and services by URL. */
    public static ParityGuard create() {
        return builder().build();
    }

    /** Starts a guard of one's own. The builder is not safe for use by several threads. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks, compares, and tells log, metrics and health. Never throws because of what it finds or fails to find.
     *
     * @return everything that was found
     */
    public ParityReport run() {
        ParityReport report = run.report();
        tell(report, actions);
        return report;
    }

    private static void tell(ParityReport report, List<ReportAction> actions) {
        for (ReportAction action : actions) {
            try {
                action.accept(report);
            } catch (RuntimeException | LinkageError e) {
                LoggerFactory.getLogger(ParityGuard.class)
                        .warn("The action {} failed: {}", action.getClass().getName(), e.getMessage());
            }
        }
    }

    /**
     * Like {@link #run()}, but refuses to go on when the mode is {@code enforce} and an error was found.
     *
     * @return everything that was found, when the application may start
     * @throws ParityViolationException with the whole report as text, when it must not
     */
    public ParityReport enforce() {
        ParityReport report = run();
        if (report.refuses()) {
            throw new ParityViolationException(report, ReportText.of(report));
        }
        return report;
    }

    /**
     * Looks again while the application runs. Only {@link #lastReport()} and what the application itself does with reports
     * hear of it: nothing is logged, and as in mode {@code report}, which the report tells, nothing ever refuses.
     *
     * @return everything that was found
     */
    public ParityReport recheck() {
        ParityReport report = run.report();
        ParityReport told = report.mode() == Mode.OFF ? report : report.in(Mode.REPORT);
        tell(told, rechecking);
        return told;
    }

    /**
     * Judges the environment variables alone, for a framework that can do so before it builds anything. Says nothing unless
     * it refuses: {@link #run()} and {@link #enforce()} judge the variables too, and tell of them.
     *
     * @return what was found of the variables, when the application may go on
     * @throws ParityViolationException with the report as text, when it must not
     */
    public ParityReport enforceVariables() {
        return orRefuse(run.variables());
    }

    /**
     * Judges everything but what migrations bring about, for an application that migrates its databases when it starts: called
     * before that, while {@link #enforce()} is called after it. Says nothing unless it refuses, as {@link
     * #enforceVariables()} does.
     *
     * @return what was found so far, when the application may go on
     * @throws ParityViolationException with the report as text, when it must not
     */
    public ParityReport enforceBeforeMigrations() {
        return orRefuse(run.beforeMigrations());
    }

    /**
     * Whether the profile holds the structure of a database, so that it matters whether {@link #enforce()} is called before
     * or after migrations. Reads the profile and asks nobody; false when the mode is {@code off}.
     */
    public boolean comparesSchema() {
        return run.comparesSchema();
    }

    private ParityReport orRefuse(ParityReport report) {
        if (report.refuses()) {
            tell(report, actions);
            throw new ParityViolationException(report, ReportText.of(report));
        }
        return report;
    }

    /**
     * Looks at every service and writes what it sees into a profile: a new one, or the captured half of an existing one,
     * whose hand-written half stays as it is. A file that would not change is not written. Works in every mode.
     *
     * @param profile the file to write or refresh
     * @return what was captured, and what could not be
     * @throws IOException when the file cannot be read or written; it is replaced as a whole or not at all
     * @throws dev.parityguard.profile.ProfileException when the existing profile cannot be read as one
     */
    public Capture capture(Path profile) throws IOException {
        return capture(profile, false);
    }

    /**
     * Like {@link #capture(Path)} for one more of several productions, such as another region: what is seen stands beside
     * the facts that the profile has. Values that differ become several, each of which agrees from then on.
     *
     * @param profile the file to write or add to
     * @return what was captured, and what could not be
     * @throws IOException when the file cannot be read or written; it is replaced as a whole or not at all
     * @throws dev.parityguard.profile.ProfileException when the existing profile cannot be read as one
     */
    public Capture captureAlso(Path profile) throws IOException {
        return capture(profile, true);
    }

    /**
     * The profile that {@link #capture(Path)} would write: the one in use with a fresh captured half, or a new one where
     * there is none. Works in every mode.
     *
     * @throws IOException when the profile in use cannot be read
     * @throws dev.parityguard.profile.ProfileException when the profile in use is none
     */
    public String captureText() throws IOException {
        return run.capture().text();
    }

    /**
     * What every service is, unjudged, by service name: for who compares it with something else than a profile. Works in
     * every mode.
     *
     * @throws IOException when the profile in use, which says where services are, cannot be read
     * @throws dev.parityguard.profile.ProfileException when the profile in use is none
     */
    public SortedMap<String, Observation> observe() throws IOException {
        return run.observe();
    }

    /**
     * What is expected: the profile in use as it is written, or empty where there is none. Asks no service.
     *
     * @throws IOException when it cannot be read
     * @throws dev.parityguard.profile.ProfileException when it is no profile
     */
    public Optional<Profile> profile() throws IOException {
        return Optional.ofNullable(run.profile());
    }

    private Capture capture(Path profile, boolean beside) throws IOException {
        ProfileDocument existing = Files.exists(profile) ? ProfileReader.read(profile) : null;
        Captured captured = run.capture(existing, beside);
        boolean changed = existing == null || !captured.text().equals(existing.text());
        if (changed) {
            Path absolute = profile.toAbsolutePath();
            Path written = absolute.resolveSibling(absolute.getFileName() + ".new");
            try {
                Files.writeString(written, captured.text(), StandardCharsets.UTF_8);
                Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        }
        return new Capture(changed, captured.services(), captured.missed());
    }

    /** The newest report of this guard, for metrics and health. */
    public LastReport lastReport() {
        return last;
    }

    /** What the application says of its guard. */
    public static final class Builder {
        private final TreeMap<String, Target> targets = new TreeMap<>();
        private final List<ReportAction> actions = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private @Nullable Set<String> only;
        private @Nullable ServiceSource source;
        private String name = "application";
        private @Nullable String environment;
        private @Nullable Mode mode;
        private @Nullable String profile;
        private @Nullable String profileKey;
        private @Nullable Duration profileMaxAge;
        private boolean profileRequired;
        private boolean process = true;
        private boolean schema;
        private String captureHint = "ParityGuard.builder()….build().capture(path)";
        private Duration deadline = DEFAULT_DEADLINE;
        private VariableSource variables = VariableSource.process();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** The application's name, used where no profile says it. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** The environment's name, for example {@code production}; null leaves it unsaid. Never guessed. */
        public Builder environment(@Nullable String environment) {
            this.environment = environment;
            return this;
        }

        /** What a mismatch leads to, in place of what the profile says for this environment. */
        public Builder mode(Mode mode) {
            this.mode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Where the profile is: {@code classpath:…}, a file, {@code https://…} or {@code s3://bucket/key}, each with {@code
         * #sha256=…} behind it where only the profile with that SHA-256 is taken. The default is {@code
         * classpath:parity-profile.json}.
         */
        public Builder profile(String location) {
            this.profile = Objects.requireNonNull(location, "location");
            return this;
        }

        /**
         * Takes a profile only with a signature beside it that fits: Ed25519, as {@link
         * dev.parityguard.profile.ProfileSignature} makes it.
         *
         * @param key the public key of whoever signs, in Base64
         */
        public Builder profileKey(String key) {
            this.profileKey = Objects.requireNonNull(key, "key");
            return this;
        }

        /** How old a captured profile may be before that is a warning. Not judged unless it is said. */
        public Builder profileMaxAge(Duration age) {
            this.profileMaxAge = Objects.requireNonNull(age, "age");
            return this;
        }

        /** Makes a missing profile an error, where it is a warning otherwise. */
        public Builder profileRequired() {
            this.profileRequired = true;
            return this;
        }

        /** How a profile is captured in this application, told to whoever has none yet. For frameworks that capture. */
        public Builder captureHint(String hint) {
            this.captureHint = Objects.requireNonNull(hint, "hint");
            return this;
        }

        /**
         * Leaves out what this process itself runs on, its JVM and its operating system: for a tool that looks at the services
         * of another application.
         */
        public Builder servicesOnly() {
            this.process = false;
            return this;
        }

        /**
         * Lets a capture tell the structure of databases too: tables, columns, constraints, indexes and more. A profile that
         * has it is compared with it from then on, and every further capture renews it.
         */
        public Builder schema() {
            this.schema = true;
            return this;
        }

        /**
         * How long a run may take in all.
         *
         * @throws IllegalArgumentException when it is not positive
         */
        public Builder deadline(Duration deadline) {
            if (deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException("deadline must be positive, but is " + deadline);
            }
            this.deadline = deadline;
            return this;
        }

        /**
         * A service by the name that the application and the profile give it, and where it is found.
         *
         * @throws IllegalArgumentException when a service of that name was given already, or it is {@code environment}: the
         *     name under which variables are told
         */
        public Builder service(String name, Target target) {
            if (name.equals("environment")) {
                throw new IllegalArgumentException(
                        "no service can be named 'environment': variables are told by that name");
            }
            if (targets.putIfAbsent(Objects.requireNonNull(name, "name"), Objects.requireNonNull(target, "target"))
                    != null) {
                throw new IllegalArgumentException("two services are named '" + name + "'");
            }
            return this;
        }

        /**
         * Who names further services once it is known which ones the profile expects: how a framework matches its own clients
         * to them. Where both name a service, {@link #service} wins.
         */
        public Builder services(ServiceSource source) {
            this.source = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Looks at and judges these services alone: no other ones, and no variables. For a process that stands on a part of
         * what the application stands on, such as a test.
         */
        public Builder only(Collection<String> services) {
            this.only = Set.copyOf(services);
            return this;
        }

        /** A rule that is no part of the profile; comes after those that are, so that it decides. */
        public Builder rule(Rule rule) {
            rules.add(Objects.requireNonNull(rule, "rule"));
            return this;
        }

        /** Where variables are read from. The default is the environment of this process. */
        public Builder variables(VariableSource variables) {
            this.variables = Objects.requireNonNull(variables, "variables");
            return this;
        }

        /** Something more that is done with every report. */
        public Builder action(ReportAction action) {
            actions.add(Objects.requireNonNull(action, "action"));
            return this;
        }

        /** What time it is, for tests. */
        Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** The guard. Nothing is read and nobody is asked yet. */
        public ParityGuard build() {
            return new ParityGuard(this);
        }
    }
}
