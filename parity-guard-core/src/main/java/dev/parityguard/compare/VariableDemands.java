package dev.parityguard.compare;

import dev.parityguard.compare.VariableProblem.Cause;
import dev.parityguard.profile.VariableContract;
import dev.parityguard.profile.VariableSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the contracts demand in one environment. */
record VariableDemands(
        SortedMap<String, VariableContract> contracts,
        VariableSource source,
        @Nullable String environment) {

    /** What is wrong with that variable, the worst first. */
    List<VariableProblem> problems(String name, VariableContract contract) {
        String value;
        boolean required;
        try {
            value = source.get(name);
            required = isRequired(contract);
        } catch (RuntimeException e) {
            return List.of(VariableProblem.undecided(
                    "reading it failed: " + e.getClass().getSimpleName(), "see why the configuration cannot be read"));
        }
        if (isHere(contract.forbiddenIn())) {
            return value == null ? List.of() : List.of(forbidden());
        }
        String inForce = value == null && !required ? contract.defaultValue() : value;
        if (inForce == null) {
            return required ? List.of(missing(name)) : List.of();
        }
        return new VariableCheck(name, contract, required, isHere(contract.noLocalhostIn())).problems(inForce);
    }

    /** Whether a variable is set, so that its default does not count. */
    boolean isSet(String name) {
        return source.get(name) != null;
    }

    /** What is expected of that variable, for people. */
    String expected(VariableContract contract) {
        return isHere(contract.forbiddenIn())
                ? "not set"
                : VariableWords.expected(contract, isRequired(contract), isHere(contract.noLocalhostIn()));
    }

    private boolean isRequired(VariableContract contract) {
        if (contract.required() || isHere(contract.requiredIn())) {
            return true;
        }
        Map<String, String> conditions = contract.requiredWhen();
        return !conditions.isEmpty() && conditions.entrySet().stream().allMatch(this::holds);
    }

    private boolean holds(Map.Entry<String, String> condition) {
        VariableContract other = contracts.get(condition.getKey());
        String value = source.get(condition.getKey());
        String inForce = value == null && other != null ? other.defaultValue() : value;
        if (inForce == null) {
            return false;
        }
        boolean asBoolean = other != null && other.type() == VariableContract.Type.BOOLEAN;
        return asBoolean
                ? VariableTypes.isTrue(inForce) == VariableTypes.isTrue(condition.getValue())
                : inForce.strip().equals(condition.getValue().strip());
    }

    private boolean isHere(List<String> environments) {
        return environment != null && environments.contains(environment);
    }

    private VariableProblem forbidden() {
        return VariableProblem.error(
                Cause.FORBIDDEN,
                "set",
                "what it turns on must not run in this environment",
                "take it out of this environment");
    }

    private VariableProblem missing(String name) {
        String near = NearMiss.of(
                name,
                source.names().stream()
                        .filter(other -> !contracts.containsKey(other))
                        .toList());
        return VariableProblem.error(
                Cause.MISSING,
                "not set",
                "the application stops at its first use, or goes on with a default that nobody chose for here",
                near == null ? "set it" : near + " is set: did you mean " + name + "?");
    }
}
