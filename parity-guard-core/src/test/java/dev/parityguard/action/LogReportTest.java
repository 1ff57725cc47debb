package dev.parityguard.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parityguard.report.Golden;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.SampleReports;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.NOPLogger;

class LogReportTest {

    @Test
    void logWhenReportAgreesThenIsOneLineAtInfo() {
        assertThat(logged(SampleReports.agreement(), Level.TRACE))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.INFO);
                    assertThat(event.getFormattedMessage() + "\n").isEqualTo(Golden.read("agreement.txt"));
                });
    }

    @Test
    void logWhenReportAgreesButHasNotesThenIsStillOneLine() {
        assertThat(logged(SampleReports.agreementWithNotes(), Level.TRACE)).hasSize(1);
    }

    @Test
    void logWhenWarnedThenIsTheGoldenOne() {
        Golden.assertSame("warned.log", console(logged(SampleReports.warned(), Level.TRACE)));
    }

    @Test
    void logWhenRefusedThenLeavesTheWholeStoryToTheException() {
        List<ILoggingEvent> events = logged(SampleReports.refused(), Level.TRACE);

        Golden.assertSame("refused.log", console(events));
        assertThat(events).noneMatch(event -> event.getFormattedMessage().contains("fix:"));
    }

    @Test
    void keysWhenWarnedThenAreTheGoldenOnes() {
        Golden.assertSame(
                "warned-keys.txt",
                logged(SampleReports.warned(), Level.TRACE).stream()
                        .limit(2)
                        .map(event -> event.getKeyValuePairs().stream()
                                .map(pair -> pair.key + "=" + pair.value)
                                .collect(Collectors.joining("\n", "", "\n")))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void keysWhenFindingIsWaivedThenTellReasonAndDay() {
        ILoggingEvent waived = logged(SampleReports.waived(), Level.TRACE).get(2);

        assertThat(waived.getLevel()).isEqualTo(Level.INFO);
        assertThat(waived.getKeyValuePairs())
                .contains(
                        new KeyValuePair("parity.waiver", "search is stubbed locally"),
                        new KeyValuePair("parity.waived_until", "2027-01-31"));
    }

    @Test
    void logWhenModeIsReportThenIsSilentAboveDebug() {
        assertThat(logged(SampleReports.reported(), Level.INFO)).isEmpty();
        assertThat(logged(SampleReports.reported(), Level.DEBUG))
                .isNotEmpty()
                .allMatch(event -> event.getLevel() == Level.DEBUG);
    }

    @Test
    void logWhenThousandsDifferThenIsBoundedAndSaysSo() {
        List<ILoggingEvent> events = logged(SampleReports.many(5000), Level.TRACE);

        assertThat(events).hasSize(102);
        assertThat(events.get(101).getFormattedMessage()).isEqualTo("and 4900 more findings");
        assertThat(events.get(101).getKeyValuePairs()).contains(new KeyValuePair("parity.omitted", 4900));
    }

    @Test
    void logWhenPartsAreHostileThenEveryEventStaysOneLine() {
        for (String hostile : List.of("a\nERROR forged\r\n", "\u001b[2J", "{} %n {0}", "\u202e\u2028")) {
            assertThat(logged(SampleReports.hostile(hostile), Level.TRACE))
                    .isNotEmpty()
                    .allSatisfy(event -> {
                        assertThat(event.getFormattedMessage()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]");
                        assertThat(event.getKeyValuePairs().toString())
                                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]");
                    });
        }
    }

    @Test
    void logWhenPatternsAreInTextsThenTheyAreNotFilledIn() {
        assertThat(logged(SampleReports.hostile("{} {}"), Level.TRACE).get(1).getFormattedMessage())
                .contains("expected {} {}, actual other {} {}");
    }

    @Test
    void logWhenThereIsNoLoggingThenIsQuiet() {
        assertThatCode(() -> new LogReport(NOPLogger.NOP_LOGGER).accept(SampleReports.refused()))
                .doesNotThrowAnyException();
    }

    @Test
    void logWhenLoggerKnowsNoKeyValuesThenWritesTheLinesAlone() {
        PlainLogger plain = new PlainLogger();

        new LogReport(plain).accept(SampleReports.refused());

        assertThat(plain.lines())
                .containsExactlyElementsOf(Golden.read("refused.log").lines().toList());
    }

    private static List<ILoggingEvent> logged(ParityReport report, Level threshold) {
        Logger logger = new LoggerContext().getLogger(LogReport.LOGGER);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(threshold);
        new LogReport(logger).accept(report);
        return appender.list;
    }

    private static String console(List<ILoggingEvent> events) {
        return events.stream()
                .map(event -> String.format("%-5s %s\n", event.getLevel(), event.getFormattedMessage()))
                .collect(Collectors.joining());
    }
}
