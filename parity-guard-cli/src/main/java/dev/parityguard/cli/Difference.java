package dev.parityguard.cli;

import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.SeenService;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Two environments compared: the one is judged as if the other were its profile. */
final class Difference {
    private final Side actual;
    private final Side expected;
    private final @Nullable Profile rules;
    private final Catalogues catalogues;

    Difference(Side actual, Side expected, @Nullable Profile rules, Catalogues catalogues) {
        this.actual = actual;
        this.expected = expected;
        this.rules = rules;
        this.catalogues = catalogues;
    }

    ParityReport report() {
        Instant now = Instant.now();
        Profile profile = expectation(now);
        List<SeenService> seen = new ArrayList<>();
        actual.services().forEach((name, service) -> {
            if (!isOutOfSight(service, expected)) {
                seen.add(seen(name, service, profile.services().get(name)));
            }
        });
        expected.services().forEach((name, service) -> {
            if (!actual.services().containsKey(name) && !isOutOfSight(service, actual)) {
                seen.add(missing(name, actual.name()));
            }
        });
        Judgement judgement = new Comparison(
                        profile, actual.name(), catalogues::of, LocalDate.ofInstant(now, ZoneOffset.UTC))
                .judge(seen, VariablesJudgement.none());
        return new ParityReport(
                profile.name(),
                actual.name(),
                Mode.REPORT,
                new ProfileOrigin(profile.name(), expected.name(), expected.at(), this::fingerprint),
                now,
                Duration.between(now, Instant.now()),
                judgement.services(),
                judgement.findings(),
                judgement.agreeing());
    }

    /** A captured process cannot be compared with a side that was looked at from outside. */
    private boolean isOutOfSight(Observation service, Side other) {
        return other.document() == null
                && service instanceof Observed observed
                && catalogues.isProcess(observed.kind());
    }

    private Profile expectation(Instant now) {
        SortedMap<String, ServiceExpectation> services = new TreeMap<>();
        expected.services().forEach((name, service) -> services.put(name, expectation(name, service)));
        return new Profile(
                rules == null ? "services" : rules.name(),
                new Profile.Captured(expected.name(), expected.at() == null ? now : expected.at(), "parity-guard"),
                rules == null ? new TreeMap<>() : rules.modes(),
                new TreeMap<>(),
                services,
                rules == null ? List.of() : rules.rules());
    }

    private ServiceExpectation expectation(String name, Observation service) {
        ServiceExpectation known = rules == null ? null : rules.services().get(name);
        SortedMap<String, List<String>> facts = new TreeMap<>();
        if (expected.document() != null && known != null) {
            facts.putAll(known.facts());
        } else if (service instanceof Observed observed) {
            observed.facts().forEach(fact -> facts.put(fact.name(), List.of(fact.value())));
        }
        return new ServiceExpectation(
                service instanceof Observed observed ? observed.kind() : known == null ? "service" : known.kind(),
                null,
                known == null ? null : known.use(),
                known == null ? null : known.owner(),
                known == null ? null : known.runbook(),
                new TreeMap<>(),
                facts);
    }

    private SeenService seen(String name, Observation observation, @Nullable ServiceExpectation other) {
        if (other == null) {
            return missing(name, expected.name());
        }
        Observation there = expected.services().get(name);
        if (there instanceof Unreachable unreachable) {
            return seen(name, other, new NotProbed("in " + expected.name() + ": " + unreachable.reason()));
        }
        if (there instanceof NotProbed notProbed) {
            return seen(name, other, new NotProbed("in " + expected.name() + ": " + notProbed.reason()));
        }
        return seen(
                name, other, observation instanceof Observed observed ? chosen(name, observed, other) : observation);
    }

    private static SeenService seen(String name, ServiceExpectation other, Observation observation) {
        return new SeenService(name, other.kind(), other.use(), observation, Duration.ZERO);
    }

    private static SeenService missing(String name, String side) {
        return new SeenService(name, null, null, new NotProbed(side + " has no such service"), Duration.ZERO);
    }

    /** Of several values that a captured side has, one that the other side does not have. */
    private Observed chosen(String service, Observed observed, ServiceExpectation other) {
        ProfileDocument document = actual.document();
        ServiceExpectation here =
                document == null ? null : document.profile().services().get(service);
        if (here == null) {
            return observed;
        }
        Map<String, List<String>> captured = here.facts();
        Facts.Builder facts = Facts.builder();
        for (Fact fact : observed.facts()) {
            List<String> agreeing = other.facts().getOrDefault(fact.name(), List.of());
            facts.put(
                    fact.name(),
                    captured.getOrDefault(fact.name(), List.of()).stream()
                            .filter(value -> !agreeing.contains(value))
                            .findFirst()
                            .orElse(fact.value()));
        }
        return new Observed(observed.kind(), facts.build(), observed.unknowns());
    }

    private String fingerprint() {
        ProfileDocument document = expected.document();
        if (document != null) {
            return document.fingerprint();
        }
        StringBuilder all = new StringBuilder();
        expected.services().forEach((name, service) -> {
            if (service instanceof Observed observed) {
                all.append(name).append(Fingerprint.of(observed.facts()));
            }
        });
        return Fingerprint.of(all.toString());
    }
}
