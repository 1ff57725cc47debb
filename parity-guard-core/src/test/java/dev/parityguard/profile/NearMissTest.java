package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    private static final List<String> CANDIDATES =
            List.of("compare", "requiredIn", "requiredWhen", "until", "in", "min");

    @ParameterizedTest
    @CsvSource({
        "comapre, compare",
        "ocmpare, compare",
        "compaer, compare",
        "compar, compare",
        "copmaer, compare",
        "Compare, compare",
        "com-pare, compare",
        "required_in, requiredIn",
        "requiredwhem, requiredWhen",
        "untill, until",
        "unt, until",
        "im, in",
        "max, ''",
        "mni, min",
        "comparison, ''",
        "cmopraes, ''",
        "unrelated, ''",
        "'', ''"
    })
    void wordWhenNearACandidateThenGivesIt(String word, String meant) {
        assertThat(NearMiss.hint(word, CANDIDATES)).isEqualTo(meant.isEmpty() ? "" : " Did you mean `" + meant + "`?");
    }

    @Test
    void wordWhenLongThenIsNotLookedAt() {
        String candidate = "k".repeat(41);

        assertThat(NearMiss.hint("k".repeat(40), List.of(candidate))).isNotEmpty();
        assertThat(NearMiss.hint(candidate, List.of(candidate))).isEmpty();
    }
}
