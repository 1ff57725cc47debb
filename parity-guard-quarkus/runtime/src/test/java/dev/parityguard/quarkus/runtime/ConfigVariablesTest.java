package dev.parityguard.quarkus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigVariablesTest {
    private static final ConfigVariables VARIABLES = new ConfigVariables(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "DATABASE_URL", "jdbc:postgresql://${DATABASE_HOST}/orders",
                            "DATABASE_HOST", "db",
                            "EMPTY", "",
                            "LEFT_OVER", "${NOBODY_SETS_IT}",
                            "some.property", "x"),
                    "PropertiesConfigSource[source=file:/home/somebody/config/application.properties]",
                    250))
            .build());

    @Test
    void variableWhenItRefersToAnotherThenIsAsTheApplicationGetsIt() {
        assertThat(VARIABLES.get("DATABASE_URL")).isEqualTo("jdbc:postgresql://db/orders");
    }

    @Test
    void variableWhenItRefersToNothingThenKeepsItsText() {
        assertThat(VARIABLES.get("LEFT_OVER")).isEqualTo("${NOBODY_SETS_IT}");
    }

    @Test
    void variableWhenItIsEmptyThenIsEmpty() {
        assertThat(VARIABLES.get("EMPTY")).isEmpty();
    }

    @Test
    void variableWhenNobodySetsItThenIsAbsentAndOfNoOrigin() {
        assertThat(VARIABLES.get("ABSENT")).isNull();
        assertThat(VARIABLES.origin("ABSENT")).isNull();
    }

    @Test
    void namesWhenPropertiesAreThereTooThenAreThoseOfVariables() {
        assertThat(VARIABLES.names()).contains("DATABASE_URL", "EMPTY").doesNotContain("some.property");
    }

    @Test
    void originWhenAFileSetsItThenIsTheNameOfTheFile() {
        assertThat(VARIABLES.origin("DATABASE_URL")).isEqualTo("application.properties");
    }

    @ParameterizedTest
    @CsvSource({
        "EnvConfigSource, environment",
        "SysPropConfigSource, system properties",
        "EnvConfigSource[source=file:/srv/app/.env], .env",
        "PropertiesConfigSource[source=jar:file:///srv/app.jar!/application.properties], application.properties",
        "PropertiesConfigSource[source=https://user:secret@config.example/orders.properties?token=secret], orders.properties",
        "vault, vault"
    })
    void originWhenASourceNamesItselfThenIsShortAndWithoutAnySecret(String source, String readable) {
        assertThat(ConfigVariables.readable(source)).isEqualTo(readable);
    }
}
