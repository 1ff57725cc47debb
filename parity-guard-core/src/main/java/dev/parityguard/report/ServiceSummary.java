package dev.parityguard.report;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One service of a run. Immutable.
 *
 * @param name the service by the name the application gives it
 * @param kind what answered, or what was expected when nothing answered
 * @param outcome whether it was looked at
 * @param facts what was seen
 * @param agreeing how many expected facts agree
 * @param took how long looking took
 */
public record ServiceSummary(String name, String kind, Outcome outcome, Facts facts, int agreeing, Duration took) {

    private static final String PROCESS = "jvm";

    /** Whether a service was looked at. */
    public enum Outcome {
        OBSERVED,
        UNREACHABLE,
        NOT_PROBED;

        /** The name as written in reports and metrics: lower case, with an underscore. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is something that the process talks to, rather than what the process itself runs on. */
    public boolean isBackingService() {
        return !kind.equals(PROCESS);
    }

    /** Who really answers, with its version, for example {@code postgresql 16.4}; null when it is not known. */
    public @Nullable String product() {
        String product = facts.value("product");
        String version = facts.value("version");
        return product == null || version == null ? product : product + " " + version;
    }

    /** SHA-256 of the facts that should be the same for every instance; null when nothing was seen. */
    public @Nullable String fingerprint() {
        return outcome == Outcome.OBSERVED ? Fingerprint.of(facts) : null;
    }
}
