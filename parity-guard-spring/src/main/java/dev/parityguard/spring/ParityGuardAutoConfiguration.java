package dev.parityguard.spring;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lets the guard look when the application starts. Every context has a check of its own. Whether the guard is on is decided
 * when the application starts, not by a condition: conditions are fixed at build time in an image that was processed ahead
 * of time.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration"
        })
@EnableConfigurationProperties(ParityGuardProperties.class)
@ImportRuntimeHints(ParityGuardRuntimeHints.class)
public final class ParityGuardAutoConfiguration {
    ParityGuardAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
    static ParityCheck parityCheck(
            ParityGuardProperties properties,
            ConfigurableListableBeanFactory beanFactory,
            ConfigurableEnvironment environment,
            ApplicationEventPublisher publisher) {
        return new ParityCheck(properties, beanFactory, environment, publisher);
    }

    /** Looks although the application initialises its beans lazily. */
    @Bean
    static LazyInitializationExcludeFilter parityCheckIsEager() {
        return LazyInitializationExcludeFilter.forBeanTypes(ParityCheck.class);
    }

    /** Spring Boot brings this only where it finds a single data source. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DatabaseInitializationDependencyConfigurer.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class BeforeDatabaseInitializers {}
}
