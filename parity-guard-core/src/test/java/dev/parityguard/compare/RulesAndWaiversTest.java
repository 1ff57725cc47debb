package dev.parityguard.compare;

import static dev.parityguard.compare.SampleService.facts;
import static dev.parityguard.compare.SampleService.judge;
import static dev.parityguard.compare.SampleService.observed;
import static dev.parityguard.compare.SampleService.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write over the captured half of a profile. */
class RulesAndWaiversTest {
    @Test
    void lastRuleThatAppliesDecides() {
        String rules =
                "{'fact': '*/setting.*', 'severity': 'error'}, {'fact': 'orders-db/setting.jit', 'severity': 'warning'},"
                        + "{'fact': 'orders-db/setting.jit', 'in': ['test'], 'severity': 'info'},"
                        + "{'fact': 'cache/*', 'severity': 'info'}";

        assertThat(only(judge("'setting.jit': 'on'", rules, facts("setting.jit", "off")))
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(judge("'setting.jit': 'on'", rules, facts("setting.jit", "true"))
                        .findings())
                .isEmpty();
    }

    @Test
    void ruleSeverityHoldsForAbsentAndUnsoundToo() {
        String rule = "{'fact': '*', 'severity': 'warning'}";

        assertThat(only(judge("'extension.x': '1'", rule, facts())).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(judge("'durable': 'yes'", rule, facts("durable", "no"))).severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void ruleStatesTheValueInPlaceOfTheCapturedOne() {
        String rule = "{'fact': 'orders-db/version', 'compare': 'range', 'value': '[16,18)'}";

        assertThat(judge("'version': '15.1'", rule, facts("version", "17.2")).agreeing())
                .isEqualTo(1);
        assertThat(only(judge("'version': '15.1'", rule, facts("version", "18")))
                        .expected())
                .isEqualTo("within [16,18)");
    }

    @ParameterizedTest
    @CsvSource({
        "at-least, 17, at least 17",
        "contains, a, contains a",
        "pattern, a+, matches a+",
        "one-of, a, a",
    })
    void expectationIsPutIntoWords(String compare, String value, String words) {
        String rule = "{'fact': 'orders-db/x', 'compare': '" + compare + "', 'value': '" + value + "'}";

        assertThat(only(judge("'x': 'y'", rule, facts("x", "1"))).expected()).isEqualTo(words);
    }

    @Test
    void ruleStatesTheValueOfAFactThatWasNotCaptured() {
        String rule = "{'fact': 'orders-db/setting.TimeZone', 'value': 'UTC'}";

        assertThat(only(judge("", rule, facts("setting.TimeZone", "CET"))).severity())
                .isEqualTo(Severity.ERROR);
        Judgement agreeing = judge("", rule, facts("setting.TimeZone", "UTC"));
        assertThat(agreeing.findings()).isEmpty();
        assertThat(agreeing.agreeing()).isEqualTo(1);
        assertThat(only(judge("", rule, facts())).cause()).isEqualTo("missing");
        assertThat(only(judge(
                                "",
                                rule,
                                observed(facts(), new Unknown("setting.*", Unknown.Cause.NOT_PERMITTED, "SHOW"))))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void ruleStatesTheValueOfAFactThatIsOtherwiseIgnored() {
        String rule = "{'fact': '*/identity.cluster', 'value': 'abc'}";

        assertThat(only(judge("", rule, facts("identity.cluster", "def"))).expected())
                .isEqualTo("abc");
    }

    @Test
    void ruleForAnotherServiceOrPatternDemandsNothing() {
        String rules =
                "{'fact': 'cache/setting.TimeZone', 'value': 'UTC'}, {'fact': 'orders-db/setting.*', 'value': 'UTC'}";

        assertThat(judge("", rules, facts()).findings()).isEmpty();
    }

    @Test
    void ignoredFactIsNeitherComparedNorMissedNorNew() {
        String rule = "{'fact': 'orders-db/*', 'compare': 'ignore'}";

        Judgement judgement = judge(
                "'setting.TimeZone': 'UTC', 'durable': 'yes', 'extension.a': '1'",
                rule,
                facts("setting.TimeZone", "CET", "durable", "no", "new", "1", "eviction", "x"));
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.agreeing()).isZero();
    }

    @Test
    void serviceThatIsExcludedMayBeUnreachable() {
        String rule = "{'fact': 'orders-db/*', 'compare': 'ignore'}";

        assertThat(judge("'version': '1'", rule, new Unreachable(Unknown.Cause.UNREACHABLE, "refused"))
                        .findings())
                .isEmpty();
        assertThat(judge("'version': '1'", rule, new NotProbed("no driver")).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, true", "2026-11-21, true", "2026-11-20, false"})
    void waiverHoldsUpToItsLastDay(String until, boolean holds) {
        String rule =
                "{'fact': 'orders-db/setting.TimeZone', 'waive': 'moving', 'owner': 'me', 'until': '" + until + "'}";

        List<Finding> findings = judge("'setting.TimeZone': 'UTC'", rule, facts("setting.TimeZone", "CET"))
                .findings();

        Finding timeZone = findings.stream()
                .filter(f -> f.fact().equals("setting.TimeZone"))
                .findFirst()
                .orElseThrow();
        assertThat(timeZone.severity()).isEqualTo(holds ? Severity.INFO : Severity.ERROR);
        assertThat(timeZone.waiver()).isEqualTo(holds ? new Finding.Waived("moving", "me", until) : null);
        assertThat(findings).hasSize(holds ? 1 : 2);
    }

    @Test
    void expiredWaiverIsItselfAFinding() {
        String rule = "{'fact': 'orders-db/x', 'waive': 'moving', 'owner': 'me', 'until': '2026-11-20'}";
        Finding finding = only(judge("", rule, facts()));

        assertThat(finding.id()).isEqualTo("waiver.expired");
        assertThat(finding.service()).isEqualTo("orders-db");
        assertThat(finding.fact()).isEqualTo("orders-db/x");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.expected()).isEqualTo("until 2026-11-20");
        assertThat(finding.actual()).isEqualTo("today is 2026-11-21");
        assertThat(finding.owner()).isEqualTo("me");
        assertThat(finding.why()).endsWith("moving");
    }

    @Test
    void expiredWaiverOfAnotherEnvironmentIsNotTold() {
        String rule =
                "{'fact': 'orders-db/x', 'in': ['test'], 'waive': 'moving', 'owner': 'me', 'until': '2026-11-20'}";

        assertThat(judge("", rule, facts()).findings()).isEmpty();
    }
}
