package dev.parityguard.spring;

import dev.parityguard.fact.Mode;
import dev.parityguard.matching.ServiceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What a Spring Boot application says of its guard. Immutable.
 *
 * @param environment Name of the environment, such as "production". Never guessed; may be set to
 *     "${spring.profiles.active}".
 * @param mode What a mismatch leads to, in place of what the profile says for this environment.
 * @param profile Where the expected profile is, "classpath:..." or a file. Default is "classpath:parity-profile.json".
 * @param profileRequired Whether a missing profile is an error, for which mode "enforce" refuses to start.
 * @param deadline How long looking at all services may take in all.
 * @param when Whether services are looked at before the database is migrated or after.
 * @param capture File to write what is seen into as a profile when the application starts. The hand-written half of a
 *     file that exists stays as it is.
 * @param captureExit Whether the application ends once the profile is captured.
 * @param schema Whether a capture tells the structure of databases too. A profile that has it is compared with it once
 *     the database is migrated.
 * @param services How services are found, by service name. Nothing is needed where names match.
 * @param health What health tells of the last report.
 * @param recheck Looking again while the application runs.
 */
@ConfigurationProperties("parity-guard")
public record ParityGuardProperties(
        @Nullable String environment,
        @Nullable Mode mode,
        @Nullable String profile,
        @DefaultValue("false") boolean profileRequired,
        @DefaultValue("5s") Duration deadline,
        @DefaultValue("before-migration") When when,
        @Nullable Path capture,
        @DefaultValue("false") String captureExit,
        @DefaultValue("false") boolean schema,
        Map<String, Service> services,
        @DefaultValue Health health,
        @DefaultValue Recheck recheck) {

    /** As an argument it may come without a value: {@code --parity-guard.capture-exit}. */
    private static final Set<String> EXIT = Set.of("", "true", "yes", "on");

    private static final Set<String> STAY = Set.of("false", "no", "off");

    /** Whether the application ends once the profile is captured. */
    boolean exitsOnceCaptured() {
        return EXIT.contains(captureExit);
    }

    /** When services are looked at. */
    public enum When {
        /** Before Flyway, Liquibase and JPA touch the database. */
        BEFORE_MIGRATION,
        /** When all beans exist, before the web server, listeners and schedulers start. */
        AFTER_MIGRATION
    }

    /**
     * How one service is found.
     *
     * @param bean Name of the bean to look through.
     * @param url Where to look when there is no bean for it.
     * @param use What it is used for: "cache", "queue", "session" or "lock".
     * @param bucket Bucket of an object storage.
     * @param properties Further properties for the probe, such as "commands" of Redis.
     */
    public record Service(
            @Nullable String bean,
            @Nullable String url,
            @Nullable String use,
            @Nullable String bucket,
            Map<String, String> properties) {
        public Service {
            properties = properties == null ? Map.of() : Map.copyOf(properties);
        }

        ServiceSettings settings() {
            return new ServiceSettings(bean, url, use, bucket, properties);
        }

        /** Says nothing of an address, which may hold a password. */
        @Override
        public String toString() {
            return settings().toString();
        }
    }

    /**
     * What health tells of the last report. The first status that applies is told.
     *
     * @param error Status when the last report has an error.
     * @param unknown Status when something could not be looked at.
     * @param warning Status when the last report has a warning.
     */
    public record Health(
            @DefaultValue("MISMATCH") String error,
            @DefaultValue("UP") String unknown,
            @DefaultValue("UP") String warning) {}

    /**
     * Looking again while the application runs, which updates report, metrics and health, and never stops anything.
     *
     * @param interval Time between two looks. None unless set.
     * @param jitter How much of the interval is chosen at random, from 0 to 1, so that instances do not look all at once.
     */
    public record Recheck(
            @Nullable Duration interval,
            @DefaultValue("0.2") double jitter) {
        public Recheck {
            if (interval != null && (interval.isNegative() || interval.isZero())) {
                throw new InvalidConfigurationPropertyValueException(
                        "parity-guard.recheck.interval", interval, "it must be positive");
            }
            if (!(jitter >= 0 && jitter <= 1)) {
                throw new InvalidConfigurationPropertyValueException(
                        "parity-guard.recheck.jitter", jitter, "it must be from 0 to 1");
            }
        }
    }

    public ParityGuardProperties {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new InvalidConfigurationPropertyValueException(
                    "parity-guard.deadline", deadline, "it must be positive");
        }
        if (!EXIT.contains(captureExit) && !STAY.contains(captureExit)) {
            throw new InvalidConfigurationPropertyValueException(
                    "parity-guard.capture-exit", captureExit, "it must be true or false");
        }
        environment = environment == null || environment.isBlank() ? null : environment.strip();
        services = services == null ? Map.of() : Map.copyOf(services);
    }
}
