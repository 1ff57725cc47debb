package dev.parityguard.probe;

import dev.parityguard.fact.Observation;

/**
 * Sees one service; does not judge. Called once, on a thread of the run. Reads only, leaves borrowed connections as they
 * were, closes its own at once.
 */
@FunctionalInterface
public interface Probe {
    /**
     * Looks at the service.
     *
     * @param context the time there is, and where to register what has to be cancelled at its end; blocking calls must
     *     be bounded by it
     * @return what was seen. A service that does not answer is {@link dev.parityguard.fact.Unreachable}, a missing right
     *     an {@link dev.parityguard.fact.Unknown}
     * @throws Exception anything that was not foreseen: it becomes an unknown finding and never reaches the application
     */
    Observation observe(ProbeContext context) throws Exception;
}
