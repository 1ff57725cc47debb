package dev.parityguard.compare;

import dev.parityguard.compare.VariableProblem.Cause;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.VariableContract;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges the variables that a profile makes demands on; every other variable is left alone. A finding names a variable
 * and what is wrong with it, never its value nor a part of it. Immutable and safe for use by several threads.
 */
public final class VariablesComparison {
    private static final String UNNAMED = "environment-name";

    private final Profile profile;
    private final @Nullable String environment;
    private final LocalDate today;
    private final ServiceRules rules;

    /**
     * A comparison with the contracts of that profile.
     *
     * @param profile what is demanded
     * @param environment the environment's name as given, or null
     * @param today the day, for waivers
     */
    public VariablesComparison(Profile profile, @Nullable String environment, LocalDate today) {
        this.profile = profile;
        this.environment = environment;
        this.today = today;
        this.rules = new ServiceRules(profile, environment, FindingWriter.ENVIRONMENT);
    }

    /** Judges all variables at once, one finding for each that is not as demanded. */
    public VariablesJudgement judge(VariableSource source) {
        List<Finding> findings = new ArrayList<>();
        int agreeing = 0;
        VariableDemands demands = new VariableDemands(profile.variables(), source, environment);
        for (Map.Entry<String, VariableContract> entry : profile.variables().entrySet()) {
            String name = entry.getKey();
            if (rules.of(name, Severity.ERROR).excluded()) {
                continue;
            }
            List<VariableProblem> problems = demands.problems(name, entry.getValue());
            if (problems.isEmpty()) {
                agreeing++;
            } else {
                findings.add(finding(name, entry.getValue(), problems, demands));
            }
        }
        if (environment == null
                && profile.variables().values().stream().anyMatch(VariableContract::asksForEnvironment)) {
            findings.add(environmentNotNamed());
        }
        return new VariablesJudgement(findings, agreeing);
    }

    private Finding finding(
            String name, VariableContract contract, List<VariableProblem> problems, VariableDemands demands) {
        VariableProblem worst = problems.get(0);
        Terms terms = rules.of(name, worst.severity());
        FindingWriter writer = FindingWriter.ofVariable(contract.owner(), today);
        String purpose = contract.why() == null ? "" : " (what it is for: " + contract.why() + ")";
        String why = worst.why() + purpose;
        String fix = problems.stream().map(VariableProblem::fix).collect(Collectors.joining("; "));
        if (worst.cause() == Cause.UNDECIDED) {
            return writer.finding(
                    name, Outcome.UNKNOWN, terms.unknown(), worst.cause().words(), null, null, null, why, fix, terms);
        }
        boolean missing = worst.cause() == Cause.MISSING;
        boolean isSet = demands.isSet(name);
        return writer.finding(
                name,
                Outcome.MISMATCH,
                terms.severity(),
                worst.cause().words(),
                demands.expected(contract),
                missing ? null : actual(problems, isSet),
                isSet ? demands.source().origin(name) : null,
                why,
                fix,
                terms);
    }

    private static String actual(List<VariableProblem> problems, boolean isSet) {
        return problems.get(0).cause() == Cause.FORBIDDEN
                ? "set"
                : problems.stream()
                        .map(VariableProblem::actual)
                        .collect(Collectors.joining(" and ", isSet ? "set, but it " : "not set, and the default ", ""));
    }

    private Finding environmentNotNamed() {
        Terms terms = rules.of(UNNAMED, Severity.WARNING);
        return FindingWriter.ofVariable(null, today)
                .finding(
                        UNNAMED,
                        Outcome.UNKNOWN,
                        terms.unknown(),
                        Unknown.Cause.NOT_SUPPORTED.words(),
                        null,
                        null,
                        null,
                        "some variables are demanded or forbidden in certain environments only, and nobody said which this is",
                        "name the environment, for example with PARITY_GUARD_ENVIRONMENT",
                        terms);
    }
}
