package dev.parityguard.compare;

import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.EnvironmentPolicy;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules that hold for one service in this environment. */
final class ServiceRules {
    private final String service;
    private final List<Rule> rules;
    private final @Nullable Severity unknown;
    private final String capturedFrom;
    private final Standing standing;

    ServiceRules(@Nullable Profile profile, @Nullable String environment, String service) {
        this.service = service;
        this.rules = new ArrayList<>();
        for (Rule rule : profile == null ? List.<Rule>of() : profile.rules()) {
            if (rule.holdsIn(environment)) {
                rules.add(rule);
            }
        }
        EnvironmentPolicy policy = profile == null ? null : profile.policy(environment);
        this.unknown = policy == null ? null : policy.unknown();
        Profile.Captured captured = profile == null ? null : profile.captured();
        this.capturedFrom = captured == null || captured.environment() == null ? "profile" : captured.environment();
        this.standing = Standing.of(captured == null ? null : captured.environment(), environment);
    }

    /** The environment that the profile was captured from. */
    String capturedFrom() {
        return capturedFrom;
    }

    Standing standing() {
        return standing;
    }

    /** Who expects the value: the environment that the profile was captured from, or a rule. */
    String origin(Terms terms) {
        return terms.values().isEmpty() ? capturedFrom : "rule";
    }

    /** The terms for a fact; one without a description is compared exactly and is a warning. */
    Terms of(String fact, @Nullable FactDescription description) {
        return overridden(
                fact,
                description == null
                        ? Terms.undescribed(Severity.WARNING, unknown())
                        : Terms.described(description, unknown == null ? description.unknown() : unknown));
    }

    /** The terms for something that is no fact of the catalogue and matters that much unless a rule says otherwise. */
    Terms of(String fact, Severity severity) {
        return overridden(fact, Terms.undescribed(severity, unknown()));
    }

    /** The facts for which a rule, without a pattern, states what to expect. */
    Set<String> statedFacts() {
        Set<String> stated = new TreeSet<>();
        for (Rule rule : rules) {
            boolean named = rule.fact().startsWith(service + "/");
            String fact = named ? rule.fact().substring(service.length() + 1) : "*";
            if (!rule.values().isEmpty() && fact.indexOf('*') < 0) {
                stated.add(fact);
            }
        }
        return stated;
    }

    private Severity unknown() {
        return unknown == null ? Severity.WARNING : unknown;
    }

    private Terms overridden(String fact, Terms described) {
        if (rules.isEmpty()) {
            return described;
        }
        String path = service + "/" + fact;
        Terms terms = described;
        for (Rule rule : rules) {
            if (rule.names(path)) {
                terms = terms.overriddenBy(rule);
            }
        }
        return terms;
    }
}
