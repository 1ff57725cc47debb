package dev.parityguard.cli;

import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Profile;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares which names there are, whatever they are set to. */
final class KeySets {
    private static final String ENVIRONMENT = "environment";

    private KeySets() {}

    /** The names that only one of two files has. */
    static List<Finding> compare(String first, Set<String> firstNames, String second, Set<String> secondNames) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(firstNames);
        all.addAll(secondNames);
        for (String name : all) {
            if (!firstNames.contains(name)) {
                findings.add(absent(name, first, "set in " + second));
            } else if (!secondNames.contains(name)) {
                findings.add(absent(name, second, "set in " + first));
            }
        }
        return findings;
    }

    /** An example names every variable that the contract may ask for somewhere, and no other. */
    static VariablesJudgement judge(Profile contract, Set<String> names) {
        List<Finding> findings = new ArrayList<>();
        int agreeing = 0;
        for (String name : contract.variables().keySet()) {
            boolean forbidden = !contract.variables().get(name).forbiddenIn().isEmpty();
            if (names.contains(name) || forbidden) {
                agreeing++;
            } else {
                findings.add(absent(name, "the example", "named in the example"));
            }
        }
        for (String name : new TreeSet<>(names)) {
            if (!contract.variables().containsKey(name)) {
                findings.add(finding(
                        name,
                        Severity.WARNING,
                        "not in the contract",
                        "a variable of the contract",
                        "one that it does not know",
                        "whoever copies the example sets something that nobody reads, or that nobody checks",
                        "add it to the profile's variables, or take it out of the example"));
            }
        }
        return new VariablesJudgement(findings, agreeing);
    }

    private static Finding absent(String name, String where, String expected) {
        return finding(
                name,
                Severity.ERROR,
                "missing",
                expected,
                null,
                "the application stops at its first use, or goes on with a default that nobody chose for here",
                "set it in " + where + ", or take it out where it is set");
    }

    private static Finding finding(
            String name,
            Severity severity,
            String cause,
            String expected,
            @Nullable String actual,
            String why,
            String fix) {
        return new Finding(
                ENVIRONMENT + "." + name,
                ENVIRONMENT,
                name,
                Outcome.MISMATCH,
                severity,
                cause,
                expected,
                null,
                actual,
                null,
                why,
                fix,
                null,
                null,
                null,
                List.of());
    }
}
