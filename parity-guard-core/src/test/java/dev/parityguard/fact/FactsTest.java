package dev.parityguard.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    /** A value goes through several hands, and each looks that it is a bounded line. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "a\n", "😀", "x😀"})
    void longValueIsCutOnceAndBetweenCharacters(String part) {
        String once = Facts.builder().put("f", part.repeat(3_000)).build().value("f");
        String twice = Facts.builder().put("f", once).build().value("f");

        assertThat(once).hasSizeLessThanOrEqualTo(Facts.MAX_VALUE_LENGTH).contains("characters)");
        assertThat(twice).isEqualTo(once);
        assertThat(new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(once);
    }
}
