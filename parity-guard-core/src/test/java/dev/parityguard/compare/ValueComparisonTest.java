package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Normalisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueComparisonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXACT     | NONE     | UTC              | UTC                            | AGREES
            EXACT     | NONE     | UTC              | ' UTC '                        | AGREES
            EXACT     | NONE     | UTC              | utc                            | DIFFERS
            EXACT     | CASE     | UTC              | utc                            | AGREES
            ONE_OF    | NONE     | 16               | 17                             | DIFFERS
            MAJOR     | NONE     | 15.18            | 15.18 (Debian 15.18-0+deb12u1) | AGREES
            MAJOR     | NONE     | 15.18            | 15.2                           | AGREES
            MAJOR     | NONE     | 15.18            | 16.1                           | DIFFERS
            MAJOR     | NONE     | 9.6              | 10.1                           | DIFFERS
            MAJOR     | NONE     | 15               | unreadable                     | UNREADABLE
            MAJOR     | NONE     | unreadable       | 15                             | UNREADABLE
            MAJOR     | NONE     | devel            | devel                          | AGREES
            MINOR     | NONE     | 9.6.24           | 9.6.1                          | AGREES
            MINOR     | NONE     | 9.6              | 9.5                            | DIFFERS
            MINOR     | NONE     | 7                | 7.0.15                         | AGREES
            AT_LEAST  | NONE     | 7.0.11           | 7.0.15                         | AGREES
            AT_LEAST  | NONE     | 7.0.15           | 7.0.11                         | DIFFERS
            AT_LEAST  | NONE     | 9.6              | 10                             | AGREES
            AT_LEAST  | NONE     | 7.0              | v7                             | AGREES
            AT_LEAST  | NONE     | 100              | -1                             | UNREADABLE
            AT_LEAST  | SIZE     | 16MB             | 16384kB                        | AGREES
            AT_LEAST  | SIZE     | 1GB              | 1023MB                         | DIFFERS
            RANGE     | NONE     | [16,18)          | 16.0                           | AGREES
            RANGE     | NONE     | [16,18)          | 17.9                           | AGREES
            RANGE     | NONE     | [16,18)          | 18                             | DIFFERS
            RANGE     | NONE     | (16,18]          | 16                             | DIFFERS
            RANGE     | NONE     | (16,18]          | 18.0                           | AGREES
            RANGE     | NONE     | [2,)             | 99                             | AGREES
            RANGE     | NONE     | (,2]             | 2.1                            | DIFFERS
            RANGE     | NONE     | (,)              | 1                              | AGREES
            RANGE     | NONE     | [16,18)          | none                           | UNREADABLE
            RANGE     | NONE     | 16               | 16                             | UNREADABLE
            RANGE     | NONE     | [.,18)           | 16                             | UNREADABLE
            RANGE     | NONE     | [16,.)           | 16                             | UNREADABLE
            RANGE     | SIZE     | [1048576,)       | 1MB                            | AGREES
            RANGE     | DURATION | [0,5000]         | 5s                             | AGREES
            RANGE     | DURATION | [0,5000]         | 5001ms                         | DIFFERS
            CONTAINS  | NONE     | 'a,b'            | 'c b a'                        | AGREES
            CONTAINS  | NONE     | 'a,b'            | 'a,c'                          | DIFFERS
            CONTAINS  | CASE     | 'STRICT'         | 'strict,ansi'                  | AGREES
            CONTAINS  | LETTERS  | Ex               | KExe                           | AGREES
            CONTAINS  | LETTERS  | Ex               | Kx                             | DIFFERS
            SET       | NONE     | 'a, b,,b'        | 'b a'                          | AGREES
            SET       | NONE     | 'a, b'           | 'a'                            | DIFFERS
            SET       | NONE     | 'a'              | 'a,b'                          | DIFFERS
            SET       | LETTERS  | KEA              | AKE                            | AGREES
            PATTERN   | NONE     | 1[67]\\..*       | 17.2                           | AGREES
            PATTERN   | NONE     | 1[67]            | 17.2                           | DIFFERS
            PATTERN   | NONE     | 1[67             | 1[67                           | UNREADABLE
            MAGNITUDE | NONE     | 100              | 999                            | AGREES
            MAGNITUDE | NONE     | 100              | 1000                           | DIFFERS
            MAGNITUDE | NONE     | 0                | 9                              | AGREES
            MAGNITUDE | NONE     | 100              | many                           | UNREADABLE
            IGNORE    | NONE     | a                | b                              | AGREES
            """)
    void actualIsComparedWithExpected(
            Compare how, Normalisation normalisation, String expected, String actual, Verdict verdict) {
        assertThat(ValueComparison.compare(how, normalisation, List.of(expected), actual))
                .isEqualTo(verdict);
    }

    @Test
    void anyOfSeveralExpectedValuesIsEnough() {
        assertThat(compare(Compare.MAJOR, "17.1", "15.18", "17.9")).isEqualTo(Verdict.AGREES);
        assertThat(compare(Compare.EXACT, "UTC", "Europe/Berlin", "UTC")).isEqualTo(Verdict.AGREES);
        assertThat(compare(Compare.EXACT, "GMT", "Europe/Berlin", "UTC")).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void oneUnreadableExpectationLeavesTheAnswerOpen() {
        assertThat(compare(Compare.MAJOR, "17.1", "devel", "16")).isEqualTo(Verdict.UNREADABLE);
        assertThat(compare(Compare.MAJOR, "17.1", "16", "devel")).isEqualTo(Verdict.UNREADABLE);
        assertThat(compare(Compare.MAJOR, "17.1", "devel", "17")).isEqualTo(Verdict.AGREES);
    }

    @Test
    void equalTextIsStillHeldToPatternAndRange() {
        assertThat(compare(Compare.PATTERN, "a+", "a+")).isEqualTo(Verdict.DIFFERS);
        assertThat(compare(Compare.RANGE, "[1,2]", "[1,2]")).isEqualTo(Verdict.AGREES);
    }

    @Test
    void patternsAreBounded() {
        assertThat(compare(Compare.PATTERN, "a".repeat(2_000), "a*")).isEqualTo(Verdict.AGREES);
        assertThat(compare(Compare.PATTERN, "a".repeat(2_001), "a*")).isEqualTo(Verdict.UNREADABLE);
        assertThat(compare(Compare.PATTERN, "a".repeat(60), "((a|aa)+)\\1b")).isEqualTo(Verdict.UNREADABLE);
    }

    private static Verdict compare(Compare how, String actual, String... expected) {
        return ValueComparison.compare(how, Normalisation.NONE, List.of(expected), actual);
    }
}
