package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what was observed of one service with what the profile and the catalogue expect. Used once. */
final class ServiceComparison {
    private final SeenService seen;
    private final Observed observed;
    private final Facts facts;
    private final @Nullable ServiceExpectation expectation;
    private final @Nullable Profile profile;
    private final @Nullable String environment;
    private final FactCatalogue catalogue;
    private final FindingWriter writer;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Unknown> told = new HashSet<>();
    private int agreeing;

    ServiceComparison(
            SeenService seen,
            Observed observed,
            @Nullable Profile profile,
            @Nullable String environment,
            FactCatalogue catalogue,
            FindingWriter writer) {
        this.seen = seen;
        this.observed = observed;
        this.facts = observed.facts();
        this.expectation = profile == null ? null : profile.services().get(seen.name());
        this.profile = profile;
        this.environment = environment;
        this.catalogue = catalogue;
        this.writer = writer;
    }

    /** How many expected facts agree. */
    int agreeing() {
        return agreeing;
    }

    List<Finding> findings() {
        if (expectation != null) {
            expectation.facts().forEach(this::judgeExpected);
            tellNew(expectation.facts().keySet());
        }
        for (Fact fact : facts) {
            if (expectation == null || !expectation.facts().containsKey(fact.name())) {
                judgeUncaptured(fact);
            }
        }
        for (Unknown unknown : observed.unknowns()) {
            if (told.add(unknown) && (expectation == null || expectation.facts().isEmpty())) {
                findings.add(writer.unknown(unknown.fact(), unknown, terms(unknown.fact(), null)));
            }
        }
        return Folding.fold(seen, observed.kind(), findings, facts, writer);
    }

    /** A fact that the profile did not capture: a rule may still say what it must be, and it may be unsound. */
    private void judgeUncaptured(Fact fact) {
        Terms terms = terms(fact.name(), catalogue.describe(fact.name()));
        if (terms.values().isEmpty()) {
            judgeSound(fact);
        } else {
            judgeExpected(fact.name(), terms.values());
        }
    }

    private void judgeExpected(String name, List<String> captured) {
        FactDescription description = catalogue.describe(name);
        Terms terms = terms(name, description);
        List<String> expected = terms.values().isEmpty() ? captured : terms.values();
        if (terms.compare() == Compare.IGNORE) {
            return;
        }
        Fact fact = facts.get(name);
        if (fact == null) {
            judgeAbsent(name, expected, description, terms);
            return;
        }
        switch (ValueComparison.compare(terms.compare(), terms.normalisation(), expected, fact.value())) {
            case AGREES -> {
                if (!judgeSound(fact)) {
                    agreeing++;
                }
            }
            case DIFFERS ->
                findings.add(writer.mismatch(fact, expected, description, terms).expectedFrom(origin(terms)));
            case UNREADABLE ->
                findings.add(writer.unknown(
                        name, new Unknown(name, Unknown.Cause.UNREADABLE, "'" + fact.value() + "'"), terms));
        }
    }

    private void judgeAbsent(String name, List<String> expected, @Nullable FactDescription description, Terms terms) {
        for (Unknown unknown : observed.unknowns()) {
            if (unknown.covers(name)) {
                if (told.add(unknown)) {
                    findings.add(writer.unknown(unknown.fact(), unknown, terms));
                }
                return;
            }
        }
        if (description == null && seen.kind() != null && seen.kind().equals(observed.kind())) {
            Unknown unknown = new Unknown(name, Unknown.Cause.NOT_SUPPORTED, "this release does not know the fact");
            findings.add(writer.unknown(name, unknown, terms));
        } else {
            findings.add(writer.absent(name, expected, description, terms).expectedFrom(origin(terms)));
        }
    }

    /** Whether the fact is unsound, and if so, says it. */
    private boolean judgeSound(Fact fact) {
        FactDescription description = catalogue.describe(fact.name());
        String sound = description == null ? null : description.soundFor(seen.use());
        Terms terms = terms(fact.name(), description);
        if (description == null
                || sound == null
                || terms.compare() == Compare.IGNORE
                || ValueComparison.compare(
                                Compare.EXACT,
                                description.normalisation(),
                                List.of(sound.split("\\s*\\|\\s*")),
                                fact.value())
                        == Verdict.AGREES) {
            return false;
        }
        findings.add(writer.unsound(fact, sound, description, terms).expectedFrom("sound value"));
        return true;
    }

    private void tellNew(Set<String> expected) {
        List<String> names = facts.stream()
                .map(Fact::name)
                .filter(name -> !expected.contains(name) && !name.startsWith("identity."))
                .filter(name -> terms(name, catalogue.describe(name)).compare() != Compare.IGNORE)
                .toList();
        if (!names.isEmpty()) {
            findings.add(writer.notInProfile(names));
        }
    }

    private String origin(Terms terms) {
        if (!terms.values().isEmpty()) {
            return "rule";
        }
        String capturedFrom = profile == null || profile.captured() == null
                ? null
                : profile.captured().environment();
        return capturedFrom == null ? "profile" : capturedFrom;
    }

    private Terms terms(String fact, @Nullable FactDescription description) {
        return Terms.of(profile, environment, seen.name(), fact, description);
    }
}
