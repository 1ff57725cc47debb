package dev.parityguard.compare;

import dev.parityguard.report.Finding;
import java.util.List;

/**
 * What judging the variables gives.
 *
 * @param findings one for each variable that is not as its contract demands, in the order of their names
 * @param agreeing how many variables are as demanded
 */
public record VariablesJudgement(List<Finding> findings, int agreeing) {
    public VariablesJudgement {
        findings = List.copyOf(findings);
    }

    /** No variables, no findings. */
    public static VariablesJudgement none() {
        return new VariablesJudgement(List.of(), 0);
    }
}
