package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.profile.Profile;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ServiceSummary;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final FactCatalogue CATALOGUE = catalogue("""
            product.title = product
            product.why = another product
            product.fix = run {expected} in place of {actual}
            product.severity = error
            version.title = version
            version.why = another version
            version.fix = run {expected}
            version.compare = major
            version.severity = error
            setting.TimeZone.title = time zone
            setting.TimeZone.why = times shift
            setting.TimeZone.fix = set {name} to {expected}, not to {actual}
            setting.TimeZone.severity = error
            setting.jit.title = jit
            setting.jit.why = plans differ
            setting.jit.fix = set jit
            setting.jit.severity = info
            setting.jit.normalise = boolean
            extension.*.title = extension
            extension.*.why = functions are missing
            extension.*.fix = create extension {name} {expected}, it is {actual} here
            extension.*.absent = error
            extension.*.class = capacity
            durable.title = durable
            durable.why = data is lost
            durable.fix = make it {expected}
            durable.severity = info
            durable.sound = yes | always
            eviction.title = eviction
            eviction.why = entries vanish
            eviction.fix = set {expected}
            eviction.compare = ignore
            eviction.sound-queue = noeviction
            eviction.sound-severity = error
            identity.cluster.title = cluster
            identity.cluster.why = none
            identity.cluster.fix = none
            identity.cluster.compare = ignore
            """);

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

    @Test
    void anotherKindIsTheHeadlineOfAllThatFollows() {
        Judgement judgement = judge(
                "'product': 'db', 'setting.TimeZone': 'UTC', 'future.fact': 'x'",
                "",
                new Observed(
                        "sqlite",
                        facts("product", "sqlite", "version", "3.51").facts(),
                        List.of(new Unknown("setting.*", Unknown.Cause.NOT_SUPPORTED, "no settings"))));

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("kind", "setting.*");
        Finding headline = judgement.findings().get(0);
        assertThat(headline.severity()).isEqualTo(Severity.ERROR);
        assertThat(headline.expected()).isEqualTo("db");
        assertThat(headline.actual()).isEqualTo("sqlite 3.51");
        assertThat(headline.consequences())
                .extracting(Finding::fact)
                .containsExactlyInAnyOrder("product", "future.fact", "not-in-profile");
    }

    @Test
    void anotherKindWithoutVersionIsNamedAlone() {
        assertThat(only(judge("", "", new Observed("sqlite", Facts.none(), List.of())))
                        .actual())
                .isEqualTo("sqlite");
    }

    @Test
    void excusedKindDoesNotHideWhatMattersMore() {
        String rule = "{'fact': 'orders-db/kind', 'waive': 'tests', 'owner': 'me', 'until': '2027-01-01'}";

        Judgement judgement = judge(
                "'setting.TimeZone': 'UTC', 'setting.jit': 'on'",
                rule,
                new Observed(
                        "sqlite",
                        facts("setting.TimeZone", "CET", "setting.jit", "off").facts(),
                        List.of()));

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("setting.TimeZone", "kind");
        assertThat(judgement.findings().get(1).consequences())
                .extracting(Finding::fact)
                .containsExactly("setting.jit");
    }

    @Test
    void ignoredKindIsNoHeadline() {
        String rule = "{'fact': 'orders-db/kind', 'compare': 'ignore'}";

        assertThat(judge("", rule, new Observed("sqlite", Facts.none(), List.of()))
                        .findings())
                .isEmpty();
    }

    @Test
    void anotherProductIsTheHeadlineOfAllThatFollows() {
        Judgement judgement = judge(
                "'product': 'db', 'setting.TimeZone': 'UTC', 'extension.a': '1'",
                "",
                facts("product", "look-alike", "setting.TimeZone", "CET"));

        Finding headline = only(judgement);
        assertThat(headline.fact()).isEqualTo("product");
        assertThat(headline.consequences())
                .extracting(Finding::fact)
                .containsExactlyInAnyOrder("setting.TimeZone", "extension.a");
    }

    @Test
    void anotherMajorVersionExplainsOnlyWhatIsMissing() {
        Judgement judgement = judge(
                "'version': '16.1', 'setting.TimeZone': 'UTC', 'extension.a': '1'",
                "",
                facts("version", "15.2", "setting.TimeZone", "CET"));

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("setting.TimeZone", "version");
        assertThat(judgement.findings().get(1).consequences())
                .extracting(Finding::fact)
                .containsExactly("extension.a");
    }

    @Test
    void anotherPatchVersionExplainsNothing() {
        Judgement judgement = judge(
                "'version': '16.1', 'extension.a': '1'",
                "{'fact': '*/version', 'compare': 'exact'}",
                facts("version", "16.2"));

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("extension.a", "version");
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

    @Test
    void missingVariableExplainsTheServiceThatCouldNotBeLookedAt() {
        String profile = "'variables': {'OTHER': {}, 'URL': {}}";
        VariablesJudgement variables = Contracts.judge(profile, "production", Map.of());

        Judgement judgement = new Comparison(
                        Contracts.profile(profile), "production", kind -> CATALOGUE, Contracts.TODAY)
                .judge(List.of(seen("db", new NotProbed("URL is not set", "URL"))), variables);

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("OTHER", "URL");
        assertThat(judgement.findings().get(1).consequences())
                .extracting(Finding::fact)
                .containsExactly("probed");
        assertThat(judgement.services().get(0).outcome()).isEqualTo(ServiceSummary.Outcome.NOT_PROBED);
    }

    @Test
    void excusedVariableDoesNotHideTheServiceThatCouldNotBeLookedAt() {
        String profile = "'variables': {'URL': {}}, 'rules': [{'fact': 'environment/URL', 'severity': 'info'}]";
        VariablesJudgement variables = Contracts.judge(profile, "production", Map.of());

        Judgement judgement = new Comparison(
                        Contracts.profile(profile), "production", kind -> CATALOGUE, Contracts.TODAY)
                .judge(List.of(seen("db", new NotProbed("URL is not set", "URL"))), variables);

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("probed", "URL");
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

    private static Judgement judge(String captured, String rules, Observation observation) {
        return new Comparison(profile(captured, rules, ""), "production", kind -> CATALOGUE, Contracts.TODAY)
                .judge(List.of(seen("db", observation)), VariablesJudgement.none());
    }

    private static Profile profile(String captured, String rules, String more) {
        return Contracts.profile("'services': {'orders-db': {'kind': 'db', 'owner': 'team-orders',"
                + " 'runbook': 'https://wiki.example/db'" + more + ", 'facts': {" + captured + "}}}, 'rules': [" + rules
                + "]");
    }

    private static SeenService seen(@Nullable String kind, Observation observation) {
        return new SeenService("orders-db", kind, null, observation, Duration.ofMillis(3));
    }

    private static Observed observed(Observed facts, Unknown... unknowns) {
        return new Observed("db", facts.facts(), List.of(unknowns));
    }

    private static Observed facts(String... namesAndValues) {
        Facts.Builder facts = Facts.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Observed("db", facts.build(), new ArrayList<>());
    }

    private static Finding only(Judgement judgement) {
        assertThat(judgement.findings()).hasSize(1);
        return judgement.findings().get(0);
    }

    private static FactCatalogue catalogue(String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return FactCatalogue.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
