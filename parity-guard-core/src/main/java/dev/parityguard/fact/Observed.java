package dev.parityguard.fact;

import java.util.List;

/**
 * The service answered.
 *
 * @param kind what answered: the protocol family, spelled as OpenTelemetry does
 * @param facts what was seen; a fact of a family that was read whole and is not in here does not exist on the server
 * @param unknowns what could not be looked at
 */
public record Observed(String kind, Facts facts, List<Unknown> unknowns) implements Observation {
    public Observed {
        unknowns = List.copyOf(unknowns);
    }
}
