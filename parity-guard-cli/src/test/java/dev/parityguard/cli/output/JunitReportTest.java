package dev.parityguard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

class JunitReportTest {
    @Test
    void reportWhenReadBySurefiresReaderThenSaysTheSame() throws Exception {
        ReportTestSuite suite = parsed(JunitReport.of(Reports.mixed())).get(0);

        assertThat(suite.getFullClassName()).isEqualTo("queue");
        assertThat(suite.getNumberOfTests()).isEqualTo(7);
        assertThat(suite.getNumberOfFailures()).isEqualTo(2);
        assertThat(suite.getNumberOfErrors()).isEqualTo(1);
        assertThat(suite.getNumberOfSkipped()).isEqualTo(2);
        assertThat(suite.getTestCases())
                .extracting(ReportTestCase::getName)
                .contains("61 facts agree", "redis.maxmemory_policy", "redis.not-in-profile");
        assertThat(suite.getTestCases())
                .filteredOn(test -> test.getName().equals("redis.maxmemory_policy"))
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.hasFailure()).isTrue();
                    assertThat(test.getFailureMessage()).contains("expected noeviction, actual all`keys|-lru");
                    assertThat(test.getFailureDetail()).contains("a queue loses jobs <without> a word");
                });
    }

    @Test
    void reportWhenAllAgreesThenIsASuiteThatPasses() throws Exception {
        ReportTestSuite suite = parsed(JunitReport.of(Reports.agreeing())).get(0);

        assertThat(suite.getNumberOfTests()).isEqualTo(1);
        assertThat(suite.getNumberOfFailures() + suite.getNumberOfErrors() + suite.getNumberOfSkipped())
                .isZero();
    }

    private static List<ReportTestSuite> parsed(String xml) throws Exception {
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }
}
