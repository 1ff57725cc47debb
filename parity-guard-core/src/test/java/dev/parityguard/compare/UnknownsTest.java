package dev.parityguard.compare;

import static dev.parityguard.compare.SampleService.CATALOGUE;
import static dev.parityguard.compare.SampleService.facts;
import static dev.parityguard.compare.SampleService.judge;
import static dev.parityguard.compare.SampleService.observed;
import static dev.parityguard.compare.SampleService.only;
import static dev.parityguard.compare.SampleService.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ServiceSummary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could not be looked at is told as that, once. */
class UnknownsTest {
    @Test
    void factThatCouldNotBeReadIsUnknownAndToldOnce() {
        Finding finding = only(judge(
                "'extension.a': '1', 'extension.b': '1'",
                "",
                observed(facts(), new Unknown("extension.*", Unknown.Cause.NOT_PERMITTED, "SELECT on pg_extension"))));

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.fact()).isEqualTo("extension.*");
        assertThat(finding.cause()).isEqualTo("not permitted");
        assertThat(finding.fix()).isEqualTo("grant: SELECT on pg_extension");
    }

    @Test
    void unknownIsToldOnTheSeverestTermsOfItsFacts() {
        Unknown unknown = new Unknown("extension.*", Unknown.Cause.TIMED_OUT, "the catalog");

        for (String name : List.of("a", "b", "c")) {
            Finding finding = only(judge(
                    "'extension.a': '1', 'extension.b': '1', 'extension.c': '1'",
                    "{'fact': 'orders-db/extension." + name + "', 'unknown': 'error'}",
                    observed(facts(), unknown)));
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        }
    }

    @Test
    void unknownThatNoExpectedFactNeedsIsNotTold() {
        assertThat(judge(
                                "'product': 'db'",
                                "",
                                observed(
                                        facts("product", "db"),
                                        new Unknown("extension.*", Unknown.Cause.NOT_SUPPORTED, "no catalog")))
                        .findings())
                .isEmpty();
    }

    @Test
    void unknownsOfWhatMayBeUnsoundAreToldWithoutProfile() {
        Judgement judgement = new Comparison(null, null, kind -> CATALOGUE, Contracts.TODAY)
                .judge(
                        List.of(seen(
                                null,
                                observed(
                                        facts("setting.TimeZone", "UTC"),
                                        new Unknown("durable", Unknown.Cause.NOT_PERMITTED, "INFO"),
                                        new Unknown("version", Unknown.Cause.NOT_PERMITTED, "INFO")))),
                        VariablesJudgement.none());

        assertThat(judgement.findings()).extracting(Finding::id).containsExactly("db.durable");
        assertThat(judgement.agreeing()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_PERMITTED, grant: X",
        "NOT_SUPPORTED, not supported: X",
        "UNREACHABLE, reach: X",
        "TIMED_OUT, give more time or look at: X",
        "UNREADABLE, could not be read: X"
    })
    void unknownNamesWhatIsMissing(Unknown.Cause cause, String fix) {
        Finding finding = only(judge("'version': '1'", "", observed(facts(), new Unknown("version", cause, "X"))));

        assertThat(finding.fix()).isEqualTo(fix);
        assertThat(finding.cause()).isEqualTo(cause.words());
    }

    @Test
    void unreadableVersionIsUnknownNotMismatch() {
        Finding finding = only(judge("'version': '16.4'", "", facts("version", "devel")));

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.fix()).isEqualTo("could not be read: 'devel'");
    }

    @Test
    void factThatThisReleaseDoesNotKnowIsUnknown() {
        Finding finding = only(judge("'future.fact': 'x'", "", facts()));

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.cause()).isEqualTo("not supported");
    }

    @Test
    void unreachableServiceIsOneUnknown() {
        Judgement judgement =
                judge("'a': '1', 'b': '1'", "", new Unreachable(Unknown.Cause.TIMED_OUT, "no answer in 5 s"));

        Finding finding = only(judgement);
        assertThat(finding.id()).isEqualTo("db.reachable");
        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.cause()).isEqualTo("timed out");
        assertThat(finding.actual()).isEqualTo("no answer in 5 s");
        assertThat(finding.owner()).isEqualTo("team-orders");
        ServiceSummary summary = judgement.services().get(0);
        assertThat(summary.outcome()).isEqualTo(ServiceSummary.Outcome.UNREACHABLE);
        assertThat(summary.kind()).isEqualTo("db");
    }

    @Test
    void unknownIsAsSevereAsTheEnvironmentsPolicySays() {
        Comparison comparison = new Comparison(
                Contracts.profile(
                        "'modes': {'default': 'warn', 'production': {'mode': 'enforce', 'unknown': 'error'}}"),
                "production",
                kind -> CATALOGUE,
                Contracts.TODAY);

        assertThat(only(comparison.judge(List.of(seen("db", new NotProbed("no driver"))), VariablesJudgement.none()))
                        .severity())
                .isEqualTo(Severity.ERROR);
    }
}
