package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Profile;
import dev.parityguard.report.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A service whose facts are of all kinds, and what is said of it. */
final class SampleService {
    static final FactCatalogue CATALOGUE = catalogue("""
            product.title = product
            product.why = another product
            product.fix = run {expected} in place of {actual}
            product.severity = error
            version.title = version
            version.why = another version
            version.fix = run {expected}
            version.compare = major
            version.severity = error
            setting.TimeZone.title = time zone
            setting.TimeZone.why = times shift
            setting.TimeZone.fix = set {name} to {expected}, not to {actual}
            setting.TimeZone.severity = error
            setting.jit.title = jit
            setting.jit.why = plans differ
            setting.jit.fix = set jit
            setting.jit.severity = info
            setting.jit.normalise = boolean
            extension.*.title = extension
            extension.*.why = functions are missing
            extension.*.fix = create extension {name} {expected}, it is {actual} here
            extension.*.absent = error
            extension.*.class = capacity
            durable.title = durable
            durable.why = data is lost
            durable.fix = make it {expected}
            durable.severity = info
            durable.sound = yes | always
            eviction.title = eviction
            eviction.why = entries vanish
            eviction.fix = set {expected}
            eviction.compare = ignore
            eviction.sound-queue = noeviction
            eviction.sound-severity = error
            identity.*.title = cluster
            identity.*.why = none
            identity.*.fix = none
            identity.*.compare = ignore
            """);

    private SampleService() {}

    static Judgement judge(String captured, String rules, Observation observation) {
        return new Comparison(profile(captured, rules, ""), "production", kind -> CATALOGUE, Contracts.TODAY)
                .judge(List.of(seen("db", observation)), VariablesJudgement.none());
    }

    static Profile profile(String captured, String rules, String more) {
        return Contracts.profile("'services': {'orders-db': {'kind': 'db', 'owner': 'team-orders',"
                + " 'runbook': 'https://wiki.example/db'" + more + ", 'facts': {" + captured + "}}}, 'rules': [" + rules
                + "]");
    }

    static SeenService seen(@Nullable String kind, Observation observation) {
        return new SeenService("orders-db", kind, null, observation, Duration.ofMillis(3));
    }

    static Observed observed(Observed facts, Unknown... unknowns) {
        return new Observed("db", facts.facts(), List.of(unknowns));
    }

    static Observed facts(String... namesAndValues) {
        Facts.Builder facts = Facts.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Observed("db", facts.build(), new ArrayList<>());
    }

    static Finding only(Judgement judgement) {
        assertThat(judgement.findings()).hasSize(1);
        return judgement.findings().get(0);
    }

    private static FactCatalogue catalogue(String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return FactCatalogue.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
