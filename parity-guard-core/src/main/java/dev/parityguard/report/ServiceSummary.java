package dev.parityguard.report;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param bySection expected facts that agree and differ, by section: the first part of their names, of a structure also
 *     the kind of object, such as {@code schema.index}
 */
public record ServiceSummary(
        String name,
        String kind,
        Outcome outcome,
        Facts facts,
        int agreeing,
        Duration took,
        SortedMap<String, Tally> bySection) {
    /** The section of facts whose name has one part, such as the product. */
    private static final String NO_SECTION = "server";

    public ServiceSummary {
        bySection = Collections.unmodifiableSortedMap(new TreeMap<>(bySection));
    }

    /** A service of which nothing was compared by section. */
    public ServiceSummary(String name, String kind, Outcome outcome, Facts facts, int agreeing, Duration took) {
        this(name, kind, outcome, facts, agreeing, took, Collections.emptySortedMap());
    }

    /**
     * How many expected facts agree and how many differ, whatever their severity.
     *
     * @param agreeing those that are as expected
     * @param differing those that are missing or other ones
     */
    public record Tally(int agreeing, int differing) {
        /** Both together. */
        public Tally plus(Tally other) {
            return new Tally(agreeing + other.agreeing, differing + other.differing);
        }
    }

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

    /** SHA-256 of the facts of each section that should be the same for every instance. */
    public SortedMap<String, String> sectionFingerprints() {
        SortedMap<String, Facts.Builder> sections = new TreeMap<>();
        for (Fact fact : facts) {
            int dot = fact.name().indexOf('.');
            String section = dot < 0 ? NO_SECTION : fact.name().substring(0, dot);
            if (!Fingerprint.isMeantToDiffer(fact.name())) {
                sections.computeIfAbsent(section, name -> Facts.builder()).put(fact.name(), fact.value());
            }
        }
        SortedMap<String, String> fingerprints = new TreeMap<>();
        sections.forEach((section, builder) -> fingerprints.put(section, Fingerprint.of(builder.build())));
        return fingerprints;
    }

    /** SHA-256 of the facts that should be the same for every instance; null when nothing was seen. */
    public @Nullable String fingerprint() {
        return outcome == Outcome.OBSERVED ? Fingerprint.of(facts) : null;
    }
}
