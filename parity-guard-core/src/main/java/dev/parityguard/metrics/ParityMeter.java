package dev.parityguard.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every meter with its name, what it tells, its unit and its tags. All are gauges of the newest report; before the first
 * run they have no value. No tag ever holds a fact's or a variable's value.
 */
public enum ParityMeter {
    FINDINGS("parity.guard.findings", "Mismatches that nobody excused", null, "service", "severity"),
    UNKNOWNS("parity.guard.unknowns", "What could not be looked at and nobody excused", null, "service"),
    WAIVED("parity.guard.waived", "Findings that a waiver excuses", null, "service"),
    FACTS_AGREEING("parity.guard.facts.agreeing", "Expected facts and variables that agree", null, "service"),
    PARITY_RATIO(
            "parity.guard.parity.ratio",
            "Agreeing facts divided by agreeing facts and mismatches above info; no value when nothing was compared",
            null),
    SCHEMA_FIDELITY(
            "parity.guard.schema.fidelity",
            "Objects and sums of the expected structure that are as expected, as a share; no row where none is expected",
            null,
            "service"),
    INDEX_AVAILABILITY(
            "parity.guard.index.availability",
            "Expected indexes that are there, valid and as expected, as a share; no row where none is expected",
            null,
            "service"),
    DATA_SHAPE_ALIGNMENT(
            "parity.guard.data.shape.alignment",
            "Facts about the shape of data that are as expected, as a share; no row where none is expected",
            null,
            "service"),
    RUN_DURATION("parity.guard.run.duration", "How long the newest run took", "seconds"),
    PROBE_DURATION(
            "parity.guard.probe.duration", "How long looking at a service took", "seconds", "service", "outcome"),
    PROFILE_AGE(
            "parity.guard.profile.age",
            "Time since the profile was captured; no value without a captured profile",
            "seconds"),
    BUILD_AGE(
            "parity.guard.build.age",
            "Time since the running code was built, or else committed; no value where its build tells neither",
            "seconds"),
    WAIVER_REMAINING(
            "parity.guard.waiver.remaining",
            "Time until the first waiver in use ends; no value without one that ends",
            "seconds"),
    FINGERPRINT(
            "parity.guard.fingerprint",
            "Always 1; the tag is the beginning of the fingerprint of what was seen of a service",
            null,
            "service",
            "fingerprint"),
    SECTION_FINGERPRINT(
            "parity.guard.section.fingerprint",
            "Always 1; the tag is the beginning of the fingerprint of one section of what was seen, such as setting",
            null,
            "service",
            "section",
            "fingerprint"),
    PROFILE_FINGERPRINT(
            "parity.guard.profile.fingerprint",
            "Always 1; the tag is the beginning of the profile's fingerprint",
            null,
            "fingerprint"),
    MODE("parity.guard.mode", "Always 1; the tag is the mode of the newest run", null, "mode"),
    REFUSED("parity.guard.refused", "1 when the newest run refused to let the application start, else 0", null);

    private final String meterName;
    private final String description;
    private final @Nullable String baseUnit;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> tags;

    ParityMeter(String meterName, String description, @Nullable String baseUnit, String... tags) {
        this.meterName = meterName;
        this.description = description;
        this.baseUnit = baseUnit;
        this.tags = List.of(tags);
    }

    /** The meter's name as Micrometer spells it. */
    public String meterName() {
        return meterName;
    }

    /** What it tells. */
    public String description() {
        return description;
    }

    /** Its base unit, or null for a number without one. */
    public @Nullable String baseUnit() {
        return baseUnit;
    }

    /** The keys of its tags. */
    public List<String> tags() {
        return tags;
    }
}
