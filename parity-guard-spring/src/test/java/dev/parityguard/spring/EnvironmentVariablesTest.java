package dev.parityguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EnvironmentVariablesTest {
    private final StandardEnvironment environment = new StandardEnvironment();
    private final EnvironmentVariables variables = new EnvironmentVariables(environment);

    @Test
    void variableOfTheProcessIsTold() {
        process(Map.of("DATABASE_URL", "postgresql://here"));

        assertThat(variables.get("DATABASE_URL")).isEqualTo("postgresql://here");
        assertThat(variables.origin("DATABASE_URL")).isEqualTo("systemEnvironment");
        assertThat(variables.names()).contains("DATABASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database.url", "database-url", "database.URL", "databaseUrl", "DATABASE_URL"})
    void propertyProvidesTheVariable(String property) {
        file("application.yml", Map.of(property, "postgresql://there"));

        assertThat(variables.get("DATABASE_URL")).isEqualTo("postgresql://there");
        assertThat(variables.origin("DATABASE_URL")).isEqualTo("application.yml");
    }

    @Test
    void variableOfTheProcessWinsOverAPropertyOfAnotherSpelling() {
        process(Map.of("DATABASE_URL", "postgresql://here"));
        file("application.yml", Map.of("database.url", "postgresql://there"));

        assertThat(variables.get("DATABASE_URL")).isEqualTo("postgresql://here");
    }

    @Test
    void placeholdersAreResolvedAndLeftOversStay() {
        file("application.yml", Map.of("host", "db", "database.url", "postgresql://${host}/${NOWHERE_SET}"));

        assertThat(variables.get("DATABASE_URL")).isEqualTo("postgresql://db/${NOWHERE_SET}");
    }

    @Test
    void circularPlaceholderStaysAsItIs() {
        file("application.yml", Map.of("database.url", "${database.url}"));

        assertThat(variables.get("DATABASE_URL")).isEqualTo("${database.url}");
    }

    @Test
    void passwordInTheNameOfASourceIsNotTold() {
        file("configserver:https://user:canary-password@config/orders.yml", Map.of("database.url", "x"));

        assertThat(variables.origin("DATABASE_URL")).isEqualTo("configserver:https://***@config/orders.yml");
    }

    @Test
    void switchesOfTheGuardComeFromOutsideOnly() {
        file("application.yml", Map.of("parity-guard.mode", "enforce"));

        assertThat(variables.get("PARITY_GUARD_MODE")).isNull();
    }

    @Test
    void variableThatNobodySetsIsNull() {
        assertThat(variables.get("NOWHERE_SET")).isNull();
        assertThat(variables.origin("NOWHERE_SET")).isNull();
    }

    private void process(Map<String, Object> values) {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values));
    }

    private void file(String name, Map<String, Object> values) {
        environment.getPropertySources().addLast(new MapPropertySource(name, values));
    }
}
