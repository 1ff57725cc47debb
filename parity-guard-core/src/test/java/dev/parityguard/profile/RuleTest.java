package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    @ParameterizedTest
    @CsvSource({
        "*, true",
        "db/version, true",
        "*/version, true",
        "db/*, true",
        "*b/ver*n, true",
        "db/version*, true",
        "db/version**, true",
        "*db*/*version*, true",
        "db/*sion, true",
        "d*/*s*o*, true",
        "db/*si, false",
        "db/version1, false",
        "db/versio, false",
        "b/version, false",
        "*/versions, false",
        "db/*x*, false",
        "d/*, false",
        "'', false"
    })
    void ruleWhenItsPatternMatchesServiceAndFactThenApplies(String fact, boolean applies) {
        assertThat(rule(fact, List.of()).names("db/version")).isEqualTo(applies);
    }

    @Test
    void patternWhenFullOfStarsThenIsStillFast() {
        assertThat(Glob.matches("*a".repeat(1_000) + "b", "a".repeat(20_000))).isFalse();
    }

    @Test
    void ruleWhenForCertainEnvironmentsThenAppliesThereOnly() {
        Rule rule = rule("*", List.of("production", "staging"));

        assertThat(rule.holdsIn("staging")).isTrue();
        assertThat(rule.holdsIn("laptop")).isFalse();
        assertThat(rule.holdsIn(null)).isFalse();
        assertThat(rule("*", List.of()).holdsIn(null)).isTrue();
    }

    private static Rule rule(String fact, List<String> in) {
        return new Rule(fact, in, null, List.of(), null, null, null);
    }
}
