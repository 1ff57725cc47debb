package dev.parityguard.quarkus.runtime;

import dev.parityguard.fact.Mode;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a Quarkus application says of its guard, under the same keys as a Spring Boot application. Immutable. */
@ConfigMapping(prefix = "parity-guard")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface ParityGuardConfig {
    /** Name of the environment, such as {@code production}. Never guessed, not from Quarkus' profile either. */
    Optional<String> environment();

    /**
     * What a mismatch leads to, in place of what the expected profile says for this environment: {@code off},
     * {@code report}, {@code warn} or {@code enforce}. In dev mode and in tests {@code warn}, unless an environment is named.
     */
    Optional<Mode> mode();

    /** Where the expected profile is, {@code classpath:...} or a file; {@code classpath:parity-profile.json} by default. */
    Optional<String> profile();

    /** Whether a missing profile is an error, for which mode {@code enforce} refuses to start. */
    @WithDefault("false")
    boolean profileRequired();

    /** How long looking at all services may take in all. */
    @WithDefault("5s")
    Duration deadline();

    /** Whether services are looked at before Flyway migrates the database or after. */
    @WithDefault("before-migration")
    When when();

    /**
     * File to write what is seen into as a profile when the application starts. The hand-written half of a file that exists
     * stays as it is.
     */
    Optional<Path> capture();

    /** Whether the application ends once the profile is captured: with status 1 when a service could not be, else with 0. */
    @WithDefault("false")
    boolean captureExit();

    /**
     * Whether a capture tells the structure of databases too. A profile that has it is compared with it once every schema is
     * ready, and with everything else before.
     */
    @WithDefault("false")
    boolean schema();

    /** How services are found. Nothing is needed where names match. */
    @ConfigDocMapKey("service-name")
    Map<String, ServiceConfig> services();

    /** What readiness tells of the last report. */
    HealthConfig health();

    /** The endpoint for the last report and a freshly captured profile. */
    EndpointConfig endpoint();

    /** Looking again while the application runs, which updates report, metrics and health, and never stops anything. */
    RecheckConfig recheck();

    /** When services are looked at. */
    enum When {
        /** Before Flyway touches a database; Liquibase offers no such place. */
        BEFORE_MIGRATION,
        /** Once every schema is ready, before the port opens and anything takes work. */
        AFTER_MIGRATION
    }

    /** How one service is found. */
    interface ServiceConfig {
        /** Name of the data source, Redis client or bean to look through; {@code <default>} for the one without a name. */
        Optional<String> bean();

        /** Where to look when the application has no client for it. */
        Optional<String> url();

        /** What it is used for: {@code cache}, {@code queue}, {@code session} or {@code lock}. */
        Optional<String> use();

        /** Bucket of an object storage. */
        Optional<String> bucket();

        /** Further properties for the probe, such as {@code commands} of Redis. */
        @ConfigDocMapKey("property")
        Map<String, String> properties();
    }

    /** What readiness tells of the last report. */
    interface HealthConfig {
        /** Status when the last report has an error. */
        @WithDefault("up")
        Status error();

        /** Status when something could not be looked at. */
        @WithDefault("up")
        Status unknown();

        /** Status when the last report has a warning. */
        @WithDefault("up")
        Status warning();

        /** Whether the instance gets work. */
        enum Status {
            /** Ready: it gets work. */
            UP,
            /** Not ready: it gets none. */
            DOWN
        }
    }

    /** The endpoint for the last report and a freshly captured profile. */
    interface EndpointConfig {
        /**
         * Whether the management interface answers at {@code parity} with the last report and at {@code parity/profile} with
         * a freshly captured profile. Nothing is served where the management interface is off.
         */
        @WithDefault("false")
        boolean enabled();
    }

    /** Looking again while the application runs. */
    interface RecheckConfig {
        /** Time between two looks; none unless set. */
        Optional<Duration> interval();

        /** How much of the interval is chosen at random, from 0 to 1, so that instances do not look all at once. */
        @WithDefault("0.2")
        double jitter();
    }
}
