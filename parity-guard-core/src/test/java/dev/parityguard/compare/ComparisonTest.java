package dev.parityguard.compare;

import static dev.parityguard.compare.SampleService.CATALOGUE;
import static dev.parityguard.compare.SampleService.facts;
import static dev.parityguard.compare.SampleService.judge;
import static dev.parityguard.compare.SampleService.only;
import static dev.parityguard.compare.SampleService.profile;
import static dev.parityguard.compare.SampleService.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Profile;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ServiceSummary;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void equalFactsAgreeAndSayNothing() {
        Judgement judgement =
                judge("'product': 'db', 'version': '16.4'", "", facts("product", "db", "version", "16.9"));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.agreeing()).isEqualTo(2);
        assertThat(judgement.services()).extracting(ServiceSummary::agreeing).containsExactly(2);
    }

    @Test
    void differenceIsPutIntoTheWordsOfItsDescription() {
        Finding finding = only(judge(
                "'setting.TimeZone': 'UTC'",
                "",
                new Observed(
                        "db",
                        Facts.builder()
                                .put("setting.TimeZone", "Europe/Berlin", "role")
                                .build(),
                        List.of())));

        assertThat(finding)
                .isEqualTo(new Finding(
                        "db.setting.TimeZone",
                        "orders-db",
                        "setting.TimeZone",
                        Outcome.MISMATCH,
                        Severity.ERROR,
                        "behaviour",
                        "UTC",
                        "profile",
                        "Europe/Berlin",
                        "role",
                        "times shift",
                        "set setting.TimeZone to UTC, not to Europe/Berlin",
                        "team-orders",
                        "https://wiki.example/db",
                        null,
                        List.of()));
    }

    @Test
    void absentFactIsAMismatchOfItsOwnSeverity() {
        Finding finding = only(judge("'extension.pg_trgm': '1.6'", "", facts()));

        assertThat(finding.cause()).isEqualTo("missing");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.actual()).isNull();
        assertThat(finding.fix()).isEqualTo("create extension pg_trgm 1.6, it is absent here");
        assertThat(only(judge("'extension.pg_trgm': '1.6'", "", facts("extension.pg_trgm", "1.5")))
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(judge("'extension.pg_trgm': '1.6'", "", facts("extension.pg_trgm", "1.5")))
                        .cause())
                .isEqualTo("capacity");
    }

    @Test
    void undescribedFactIsComparedExactlyAndIsAWarning() {
        Finding finding = only(judge("'future.fact': 'x'", "", facts("future.fact", "X")));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.why()).isEqualTo("it differs from the profile");
        assertThat(finding.fix()).contains("rules");
        assertThat(finding.cause()).isEqualTo("behaviour");
    }

    @Test
    void newFactsAreOneNoteAndNeverAMismatch() {
        Finding finding = only(judge(
                "'product': 'db'",
                "",
                facts(
                        "product",
                        "db",
                        "a",
                        "1",
                        "b",
                        "1",
                        "c",
                        "1",
                        "d",
                        "1",
                        "e",
                        "1",
                        "f",
                        "1",
                        "identity.x",
                        "1",
                        "identity.cluster",
                        "1")));

        assertThat(finding.outcome()).isEqualTo(Outcome.NOTE);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.actual()).isEqualTo("6 facts: a, b, c, d, e, …");
        assertThat(only(judge("'product': 'db'", "", facts("product", "db", "a", "1")))
                        .actual())
                .isEqualTo("1 fact: a");
        assertThat(only(judge(
                                "'product': 'db'",
                                "",
                                facts("product", "db", "a", "", "b", "", "c", "", "d", "", "e", "")))
                        .actual())
                .isEqualTo("5 facts: a, b, c, d, e");
    }

    @Test
    void findingSaysWhoExpectsTheValue() {
        String captured = "'captured': {'environment': 'production', 'at': '2026-11-20T09:12:00Z', 'by': 'test'},";
        Profile profile = Contracts.profile(captured
                + "'services': {'orders-db': {'kind': 'db', 'facts': {'a': '1', 'b': '1', 'durable': 'yes', 'extension.a': '1'}}},"
                + "'rules': [{'fact': 'orders-db/b', 'value': '2'}]");

        Judgement judgement = new Comparison(profile, "test", kind -> CATALOGUE, Contracts.TODAY)
                .judge(List.of(seen("db", facts("a", "3", "b", "3", "durable", "no"))), VariablesJudgement.none());

        assertThat(judgement.findings())
                .extracting(finding -> finding.fact() + " " + finding.expectedFrom())
                .containsExactlyInAnyOrder("a production", "b rule", "durable sound value", "extension.a production");
    }

    @Test
    void severalCapturedValuesAreAlternatives() {
        assertThat(judge("'setting.TimeZone': ['UTC', 'GMT']", "", facts("setting.TimeZone", "GMT"))
                        .findings())
                .isEmpty();
        assertThat(only(judge("'setting.TimeZone': ['UTC', 'GMT']", "", facts("setting.TimeZone", "CET")))
                        .expected())
                .isEqualTo("UTC or GMT");
    }

    @Test
    void findingsComeWorstFirstThenByServiceAndFact() {
        Judgement judgement = judge(
                "'a': '1', 'setting.TimeZone': 'UTC', 'setting.jit': 'on', 'extension.a': '1', 'gone': '1'",
                "",
                facts("a", "2", "setting.TimeZone", "CET", "setting.jit", "off"));

        assertThat(judgement.findings())
                .extracting(Finding::fact)
                .containsExactly("extension.a", "setting.TimeZone", "a", "gone", "setting.jit");
    }

    @Test
    void servicesAreSortedByName() {
        Judgement judgement = new Comparison(null, null, kind -> CATALOGUE, Contracts.TODAY)
                .judge(
                        List.of(
                                new SeenService("b", null, null, facts(), Duration.ZERO),
                                new SeenService("a", null, null, new NotProbed("x"), Duration.ZERO)),
                        new VariablesJudgement(List.of(), 7));

        assertThat(judgement.services()).extracting(ServiceSummary::name).containsExactly("a", "b");
        assertThat(judgement.services()).extracting(ServiceSummary::kind).containsExactly("service", "db");
        assertThat(judgement.agreeing()).isEqualTo(7);
    }
}
