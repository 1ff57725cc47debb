package dev.parityguard.spring.boot3;

import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Health on Spring Boot 3.5. Later lines have the indicator elsewhere, and this does nothing there. */
@AutoConfiguration(afterName = "dev.parityguard.spring.actuate.ParityActuatorAutoConfiguration")
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(HealthView.class)
@ConditionalOnEnabledHealthIndicator("parity")
public final class ParityHealthAutoConfiguration {
    ParityHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "parityHealthIndicator")
    static HealthIndicator parityHealthIndicator(HealthView view) {
        return () -> {
            HealthView.Seen seen = view.see();
            return Health.status(seen.status()).withDetails(seen.details()).build();
        };
    }
}
