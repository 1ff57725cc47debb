package dev.parityguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTextTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void textWhenRenderedThenIsTheGoldenOne(String golden, ParityReport report) {
        Golden.assertSame(golden, ReportText.of(report));
    }

    static Stream<Arguments> textWhenRenderedThenIsTheGoldenOne() {
        return Stream.of(
                Arguments.of("agreement.txt", SampleReports.agreement()),
                Arguments.of("agreement-with-notes.txt", SampleReports.agreementWithNotes()),
                Arguments.of("refused.txt", SampleReports.refused()),
                Arguments.of("warned.txt", SampleReports.warned()),
                Arguments.of("warnings-only.txt", SampleReports.warningsOnly()),
                Arguments.of("unknown-only.txt", SampleReports.unknownOnly()),
                Arguments.of("unknown-as-error.txt", SampleReports.unknownAsError()),
                Arguments.of("no-profile.txt", SampleReports.noProfile()),
                Arguments.of("profile-demanded.txt", SampleReports.profileDemanded()),
                Arguments.of("another-engine.txt", SampleReports.anotherEngine()),
                Arguments.of("waived.txt", SampleReports.waived()),
                Arguments.of("expired-waiver.txt", SampleReports.expiredWaiver()));
    }

    @Test
    void briefWhenRefusedThenIsTheGoldenOne() {
        Golden.assertSame("refused-brief.txt", ReportText.brief(SampleReports.refused()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textWhenRenderedThenIsTheGoldenOne")
    void colouredWhenColoursAreTakenAwayThenIsThePlainText(String golden, ParityReport report) {
        String coloured = ReportText.coloured(report);

        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(ReportText.of(report));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textWhenRenderedThenIsTheGoldenOne")
    void textWhenRenderedThenKeepsToItsColumns(String golden, ParityReport report) {
        assertLayout(ReportText.of(report));
    }

    @Test
    void lookWhenNothingStartsThenTellsNoMode() {
        ParityReport report = SampleReports.refused();
        String text = ReportText.of(report);

        assertThat(ReportText.ofLook(report, false))
                .isEqualTo(text.replace(" Mode enforce: refusing to start.", "")
                        .replace("  To start anyway, once: PARITY_GUARD_MODE=warn\n", ""));
        assertThat(ReportText.ofLook(report, true)).contains("\u001b[").doesNotContain("Mode enforce");
    }

    @Test
    void textWhenThousandsDifferThenIsBoundedAndSaysSo() {
        String text = ReportText.of(SampleReports.many(5000));

        assertThat(text).contains("1000 errors, 4000 warnings").contains("\n  and 4900 more; the report as JSON has");
        assertThat(text.lines()).hasSizeLessThan(700);
        assertThat(ReportText.brief(SampleReports.many(5000)).lines()).hasSize(102);
        assertLayout(text);
    }

    static void assertLayout(String text) {
        assertThat(text).endsWith("\n").doesNotEndWith("\n\n").doesNotContain(" \n", "\t", "\r");
        assertThat(text.lines().skip(1))
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
    }
}
