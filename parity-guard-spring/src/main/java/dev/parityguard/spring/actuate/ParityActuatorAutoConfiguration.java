package dev.parityguard.spring.actuate;

import dev.parityguard.metrics.ParityMetrics;
import dev.parityguard.spring.ParityCheck;
import dev.parityguard.spring.ParityGuardAutoConfiguration;
import dev.parityguard.spring.ParityGuardProperties;
import dev.parityguard.spring.boot3.HealthView;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells of the check while the application runs. What the application does not have is left out. */
@AutoConfiguration(after = ParityGuardAutoConfiguration.class)
@ConditionalOnBean(ParityCheck.class)
public final class ParityActuatorAutoConfiguration {
    ParityActuatorAutoConfiguration() {}

    @Bean
    static ParityRecheck parityRecheck(ParityCheck check, ParityGuardProperties properties) {
        return new ParityRecheck(check, properties.recheck());
    }

    @Bean
    static HealthView parityHealthView(ParityCheck check, ParityGuardProperties properties) {
        return new ReportHealth(check.lastReport(), properties.health());
    }

    /** Spring Boot 3.5 has its own, in a module of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    @ConditionalOnEnabledHealthIndicator("parity")
    static class HealthConfiguration {
        @Bean
        @ConditionalOnMissingBean(name = "parityHealthIndicator")
        static HealthIndicator parityHealthIndicator(HealthView view) {
            return () -> {
                HealthView.Seen seen = view.see();
                return Health.status(seen.status()).withDetails(seen.details()).build();
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class MetricsConfiguration {
        @Bean
        @ConditionalOnMissingBean
        static ParityMetrics parityMetrics(ParityCheck check) {
            return new ParityMetrics(check.lastReport());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
    static class EndpointConfiguration {
        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        static ParityEndpoint parityEndpoint(ParityCheck check) {
            return new ParityEndpoint(check);
        }
    }
}
