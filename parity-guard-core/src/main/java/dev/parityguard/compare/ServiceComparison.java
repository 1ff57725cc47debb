package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ServiceSummary.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what was observed of one service with what the profile and the catalogue expect. Used once. */
final class ServiceComparison {
    private static final Pattern OR = Pattern.compile("\\s*\\|\\s*");

    private final SeenService seen;
    private final Observed observed;
    private final Facts facts;
    private final SortedMap<String, List<String>> captured;
    private final ServiceRules rules;
    private final FactCatalogue catalogue;
    private final Summaries summaries;
    private final FindingWriter writer;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notInProfile = new ArrayList<>();
    private final List<String> drift = new ArrayList<>();
    private final Map<String, Told> unknowns = new LinkedHashMap<>();
    private final Tallies tallies = new Tallies();

    ServiceComparison(
            SeenService seen,
            Observed observed,
            @Nullable ServiceExpectation expectation,
            boolean migrated,
            ServiceRules rules,
            FactCatalogue catalogue,
            FindingWriter writer) {
        this.seen = seen;
        this.observed = observed;
        this.facts = observed.facts();
        this.captured = expectation == null ? new TreeMap<>() : expectation.facts();
        this.summaries = new Summaries(catalogue, captured, observed, migrated);
        this.rules = rules;
        this.catalogue = catalogue;
        this.writer = writer;
        judge(expectation != null);
    }

    /** How many expected facts agree. */
    int agreeing() {
        return tallies.agreeing();
    }

    SortedMap<String, Tally> bySection() {
        return tallies.bySection();
    }

    List<Finding> findings() {
        return Folding.fold(seen, observed.kind(), findings, facts, catalogue, rules, writer);
    }

    private void judge(boolean inProfile) {
        int capturedSeen = 0;
        for (Map.Entry<String, List<String>> fact : captured.entrySet()) {
            if (!catalogue.isSummary(fact.getKey())) {
                judgeCaptured(fact.getKey(), fact.getValue());
            }
            capturedSeen += facts.get(fact.getKey()) == null ? 0 : 1;
        }
        if (capturedSeen < facts.size()) {
            for (Fact fact : facts) {
                if (!captured.containsKey(fact.name()) && !catalogue.isSummary(fact.name())) {
                    judgeUncaptured(fact);
                }
            }
        }
        for (String summary : summaries.judged()) {
            judgeCaptured(summary, captured.getOrDefault(summary, List.of()));
        }
        for (String name : rules.statedFacts()) {
            if (!captured.containsKey(name) && facts.get(name) == null) {
                judgeCaptured(name, List.of());
            }
        }
        if (captured.isEmpty()) {
            for (Unknown unknown : observed.unknowns()) {
                tellUnjudged(unknown);
            }
        }
        for (Told told : unknowns.values()) {
            findings.add(writer.unknown(told.unknown(), told.terms()));
        }
        findings.addAll(new IdentityGuard(captured, observed, rules, writer).findings());
        if (!drift.isEmpty()) {
            findings.add(writer.drift(drift));
        }
        if (inProfile && !notInProfile.isEmpty()) {
            findings.add(writer.notInProfile(notInProfile));
        }
    }

    private void judgeCaptured(String name, List<String> values) {
        FactDescription description = catalogue.describe(name);
        Fact fact = facts.get(name);
        Terms terms = rules.of(name, description);
        if (terms.excluded()) {
            return;
        }
        if (summaries.standFor(description, fact)) {
            if (summaries.looked()) {
                tallies.agrees(name);
            }
            return;
        }
        List<String> expected = terms.values().isEmpty() ? values : terms.values();
        if (fact != null) {
            judgeSeen(fact, expected, description, terms);
        } else if (terms.compare() != Compare.IGNORE) {
            judgeAbsent(name, expected, description, terms);
        }
    }

    /** A fact that the profile did not capture: a rule may still say what it must be, and it may be unsound. */
    private void judgeUncaptured(Fact fact) {
        FactDescription description = catalogue.describe(fact.name());
        Terms terms = rules.of(fact.name(), description);
        if (terms.excluded()) {
            return;
        }
        if (!terms.values().isEmpty()) {
            judgeSeen(fact, terms.values(), description, terms);
            return;
        }
        String sound = soundValueMissed(fact, description);
        if (sound != null && description != null) {
            findings.add(writer.unsound(fact, sound, description, terms).expectedFrom("sound value"));
        }
        if (terms.compare() != Compare.IGNORE && !fact.name().startsWith("identity.")) {
            boolean summedUp = description != null && description.summarisedBy() != null;
            (summedUp && summaries.areExpected() ? drift : notInProfile).add(fact.name());
        }
    }

    /** At most one finding for a fact: the worse of "differs" and "unsound". */
    private void judgeSeen(Fact fact, List<String> expected, @Nullable FactDescription description, Terms terms) {
        Verdict verdict = ValueComparison.compare(terms.compare(), terms.normalisation(), expected, fact.value());
        String sound = soundValueMissed(fact, description);
        boolean differsWorse = verdict == Verdict.DIFFERS && terms.severity().compareTo(terms.unsound()) <= 0;
        if (sound != null && description != null && !differsWorse) {
            tallies.differs(fact.name());
            findings.add(writer.unsound(fact, sound, description, terms).expectedFrom("sound value"));
        } else if (verdict == Verdict.DIFFERS) {
            tallies.differs(fact.name());
            findings.add(writer.mismatch(fact, expected, description, terms).expectedFrom(rules.origin(terms)));
        } else if (verdict == Verdict.UNREADABLE) {
            tell(new Unknown(fact.name(), Unknown.Cause.UNREADABLE, "'" + fact.value() + "'"), terms);
        } else if (terms.compare() != Compare.IGNORE) {
            tallies.agrees(fact.name());
        }
    }

    private void judgeAbsent(String name, List<String> expected, @Nullable FactDescription description, Terms terms) {
        for (Unknown unknown : observed.unknowns()) {
            if (unknown.covers(name)) {
                tell(unknown, terms);
                return;
            }
        }
        boolean sameKind = seen.kind() == null || seen.kind().equals(observed.kind());
        if (description == null && sameKind) {
            tell(new Unknown(name, Unknown.Cause.NOT_SUPPORTED, "this release does not know the fact"), terms);
        } else {
            tallies.differs(name);
            findings.add(writer.absent(name, expected, description, terms).expectedFrom(rules.origin(terms)));
        }
    }

    /** The sound value that the fact does not have, or null. */
    private @Nullable String soundValueMissed(Fact fact, @Nullable FactDescription description) {
        String sound = description == null ? null : description.soundFor(seen.use());
        if (description == null || sound == null) {
            return null;
        }
        Verdict verdict = ValueComparison.compare(
                Compare.EXACT, description.normalisation(), List.of(OR.split(sound)), fact.value());
        return verdict == Verdict.AGREES ? null : sound;
    }

    /** Where nothing was captured, only what may be unsound is missed. */
    private void tellUnjudged(Unknown unknown) {
        boolean maybeUnsound = catalogue.all().stream()
                .anyMatch(fact -> unknown.covers(fact.name()) && fact.soundFor(seen.use()) != null);
        if (!maybeUnsound) {
            return;
        }
        Terms terms = rules.of(unknown.fact(), catalogue.describe(unknown.fact()));
        if (terms.compare() != Compare.IGNORE) {
            tell(unknown, terms);
        }
    }

    /** An unknown is told once, on the severest terms of the facts that it stands for. */
    private void tell(Unknown unknown, Terms terms) {
        String key = unknown.fact() + ' ' + unknown.cause() + ' ' + unknown.missing();
        Told told = unknowns.get(key);
        if (told == null || terms.unknown().compareTo(told.terms().unknown()) < 0) {
            unknowns.put(key, new Told(unknown, terms));
        }
    }

    private record Told(Unknown unknown, Terms terms) {}
}
