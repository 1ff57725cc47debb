package dev.parityguard.spring;

import dev.parityguard.fact.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What a Spring Boot application says of its guard. Immutable.
 *
 * @param environment name of the environment, such as "production"; never guessed from the active profiles, but may be
 *     set to "${spring.profiles.active}"
 * @param mode what a mismatch leads to, in place of what the profile says for this environment
 * @param profile where the expected profile is, "classpath:..." or a file; "classpath:parity-profile.json" by default
 * @param profileRequired whether a missing profile is an error, for which mode "enforce" refuses to start
 * @param deadline how long looking at all services may take in all
 * @param when whether services are looked at before the database is migrated or after
 * @param capture file to write what is seen into as a profile when the application starts; the hand-written half of a
 *     file that exists stays as it is
 * @param captureExit whether the application ends once the profile is captured
 * @param services how services are found, by service name; nothing is needed where names match
 * @param health what health tells of the last report
 * @param recheck looking again while the application runs
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
        @DefaultValue("false") boolean captureExit,
        Map<String, Service> services,
        @DefaultValue Health health,
        @DefaultValue Recheck recheck) {

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
     * @param bean name of the bean to look through
     * @param url where to look when there is no bean for it
     * @param use what it is used for: "cache", "queue", "session" or "lock"
     * @param bucket bucket of an object storage
     * @param properties further properties for the probe, such as "commands" of Redis
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

        /** Says nothing of an address, which may hold a password. */
        @Override
        public String toString() {
            return "Service[bean=" + bean + ", use=" + use + ", bucket=" + bucket + "]";
        }
    }

    /**
     * What health tells of the last report. The first status that applies is told.
     *
     * @param error status when the last report has an error
     * @param unknown status when something could not be looked at
     * @param warning status when the last report has a warning
     */
    public record Health(
            @DefaultValue("MISMATCH") String error,
            @DefaultValue("UP") String unknown,
            @DefaultValue("UP") String warning) {}

    /**
     * Looking again while the application runs, which updates report, metrics and health, and never stops anything.
     *
     * @param interval time between two looks; none unless set
     * @param jitter how much of the interval is chosen at random, from 0 to 1, so that instances do not look all at once
     */
    public record Recheck(
            @Nullable Duration interval,
            @DefaultValue("0.2") double jitter) {}

    public ParityGuardProperties {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new InvalidConfigurationPropertyValueException(
                    "parity-guard.deadline", deadline, "it must be positive");
        }
        environment = environment == null || environment.isBlank() ? null : environment.strip();
        services = services == null ? Map.of() : Map.copyOf(services);
    }
}
