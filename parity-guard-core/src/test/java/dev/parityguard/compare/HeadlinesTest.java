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
import dev.parityguard.fact.Unknown;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ServiceSummary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What explains other findings has them folded under it. */
class HeadlinesTest {
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
}
