package dev.parityguard.spring;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * Makes the check the first of what prepares the database: Flyway, Liquibase and all that needs a migrated database wait
 * for it. Never loaded where Spring Boot's SQL support is absent.
 */
final class ParityCheckDetector implements DatabaseInitializerDetector {
    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
        return Set.of(beanFactory.getBeanNamesForType(ParityCheck.class, true, false));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
