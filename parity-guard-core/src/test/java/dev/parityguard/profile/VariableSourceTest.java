package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableSourceTest {
    @Test
    void mapWhenUsedAsSourceThenGivesItsValues() {
        VariableSource source = VariableSource.of(Map.of("PORT", "8080"));

        assertThat(source.get("PORT")).isEqualTo("8080");
        assertThat(source.get("HOST")).isNull();
        assertThat(source.names()).containsExactly("PORT");
        assertThat(source.origin("PORT")).isNull();
    }

    @Test
    void processWhenUsedAsSourceThenGivesItsEnvironment() {
        assertThat(VariableSource.process().names()).isEqualTo(System.getenv().keySet());
        System.getenv()
                .forEach((name, value) ->
                        assertThat(VariableSource.process().get(name)).isEqualTo(value));
    }
}
