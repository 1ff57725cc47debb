package dev.parityguard.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the guard's own configuration. */
final class ParitySetupAnalyzer extends AbstractFailureAnalyzer<ParitySetupException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ParitySetupException setup) {
        return new FailureAnalysis(setup.getMessage(), setup.action(), setup);
    }
}
