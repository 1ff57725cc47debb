package dev.parityguard.compare;

import static dev.parityguard.compare.SampleService.CATALOGUE;
import static dev.parityguard.compare.SampleService.facts;
import static dev.parityguard.compare.SampleService.judge;
import static dev.parityguard.compare.SampleService.only;
import static dev.parityguard.compare.SampleService.profile;
import static dev.parityguard.compare.SampleService.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fact must be whatever any profile says. */
class SoundValuesTest {
    @Test
    void soundValueIsJudgedWithoutProfile() {
        Judgement judgement = new Comparison(null, null, kind -> CATALOGUE, Contracts.TODAY)
                .judge(List.of(seen(null, facts("durable", "no", "product", "db"))), VariablesJudgement.none());

        Finding finding = only(judgement);
        assertThat(finding.expected()).isEqualTo("yes or always");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fix()).isEqualTo("make it yes or always");
    }

    @Test
    void unsoundValueIsToldAlthoughTheProfileHasIt() {
        assertThat(judge("'durable': 'no'", "", facts("durable", "no")).agreeing())
                .isZero();
        assertThat(only(judge("'durable': 'no'", "", facts("durable", "no"))).expected())
                .isEqualTo("yes or always");
        assertThat(judge("'durable': 'always'", "", facts("durable", "always")).agreeing())
                .isEqualTo(1);
    }

    @Test
    void unsoundAndDifferentIsOneFindingTheWorseOne() {
        Finding finding = only(judge("'durable': 'yes'", "", facts("durable", "no")));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.expected()).isEqualTo("yes or always");
        assertThat(only(judge("'durable': 'always'", "{'fact': '*', 'severity': 'error'}", facts("durable", "no")))
                        .expected())
                .isEqualTo("always");
    }

    @Test
    void soundValueOfAUseIsJudgedAlthoughTheFactIsNotCompared() {
        Finding finding = only(new Comparison(
                        profile("'eviction': 'noeviction'", "", ", 'use': 'queue'"),
                        "production",
                        kind -> CATALOGUE,
                        Contracts.TODAY)
                .judge(
                        List.of(new SeenService(
                                "orders-db", "db", "queue", facts("eviction", "allkeys-lru"), Duration.ZERO)),
                        VariablesJudgement.none()));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(judge("'eviction': 'noeviction'", "", facts("eviction", "allkeys-lru"))
                        .findings())
                .isEmpty();
        assertThat(judge("'eviction': 'noeviction'", "", facts()).findings()).isEmpty();
    }
}
