package dev.parityguard.spring;

import dev.parityguard.ParityGuard;
import org.springframework.core.env.ConfigurableEnvironment;

/** What both phases tell their guard. */
final class GuardSetup {
    private GuardSetup() {}

    static ParityGuard.Builder of(ParityGuardProperties properties, ConfigurableEnvironment environment) {
        ParityGuard.Builder builder = ParityGuard.builder()
                .name(environment.getProperty("spring.application.name", "application"))
                .environment(properties.environment())
                .captureHint("start once with --parity-guard.capture=parity-profile.json")
                .deadline(properties.deadline())
                .variables(new EnvironmentVariables(environment));
        if (properties.mode() != null) {
            builder.mode(properties.mode());
        }
        if (properties.profile() != null) {
            builder.profile(properties.profile());
        }
        if (properties.profileRequired()) {
            builder.profileRequired();
        }
        if (properties.schema()) {
            builder.schema();
        }
        return builder;
    }
}
