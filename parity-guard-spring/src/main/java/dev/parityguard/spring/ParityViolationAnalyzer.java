package dev.parityguard.spring;

import dev.parityguard.report.ParityViolationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal as Spring Boot shows why it cannot start: the report and what to do, without a stack trace. */
final class ParityViolationAnalyzer extends AbstractFailureAnalyzer<ParityViolationException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ParityViolationException violation) {
        return new FailureAnalysis(
                String.valueOf(violation.getMessage()).stripTrailing(),
                "Do what \"fix\" says of each error. Where this environment is meant to differ, excuse the finding in the "
                        + "profile. To be told without being refused, set parity-guard.mode=warn.",
                violation);
    }
}
