package dev.parityguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server, a profile or a variable's contract says can break no layout and no log. */
class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31mred\u001b[0m",
                "first\nsecond\r\nthird",
                "tab\tbell\u0007 csi\u009b2J",
                "%n%s%d {} {0} ${jndi:x} $(id)",
                "\u202egnp.exe\u2066 \u2028next\u2029",
                "\"} 1\nparity_guard_findings{service=\"x\"} 99",
                "\ud800 lone \udfff",
                " blanks around ",
                "",
                "\u0000"
            })
    void textWhenPartsAreHostileThenKeepsItsLayout(String hostile) {
        ParityReport report = SampleReports.hostile(hostile);

        ReportTextTest.assertLayout(ReportText.of(report));
        assertPrintable(ReportText.of(report));
        assertPrintable(ReportText.brief(report));
        assertPrintable(OneLine.of(report));
        assertPrintable(ReportJson.of(report));
        assertThat(OneLine.of(report)).doesNotContain("\n");
        assertThat(ReportText.brief(report).lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "word ", "\u00e4", "\ud83d\ude00", "\u001b[0m"})
    void textWhenPartsAreEndlessThenIsBounded(String part) {
        ParityReport report = SampleReports.hostile(part.repeat(20_000));

        assertThat(ReportText.of(report)).hasSizeLessThan(15_000).contains("characters)");
        assertThat(OneLine.of(report)).hasSizeLessThan(1_000);
        ReportTextTest.assertLayout(ReportText.of(report));
    }

    private static void assertPrintable(String text) {
        assertThat(text.replace("\n", "").codePoints())
                .allMatch(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR);
    }
}
