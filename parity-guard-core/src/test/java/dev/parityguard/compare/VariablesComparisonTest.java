package dev.parityguard.compare;

import static dev.parityguard.compare.Contracts.SECRET;
import static dev.parityguard.compare.Contracts.findings;
import static dev.parityguard.compare.Contracts.judge;
import static dev.parityguard.compare.Contracts.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesComparisonTest {
    @Test
    void everythingWrongIsOneFindingWithTheWorstFirst() {
        Finding finding = only(findings(
                "V",
                "'type': 'uri', 'secret': true, 'minLength': 99, 'noLocalhostIn': ['production'],"
                        + " 'schemes': ['amqps']",
                "\"amqp://guest:guest@localhost:5672/\"\n"));

        assertThat(finding.cause()).isEqualTo("placeholder secret");
        assertThat(finding.actual())
                .isEqualTo(
                        "set, but it is a placeholder that everybody knows and has another scheme: amqp and is shorter"
                                + " than 99 characters and points to this machine and has quotes around it and ends with a"
                                + " line break");
        assertThat(finding.fix().split("; ")).hasSize(6);
        assertThat(finding.expected())
                .isEqualTo("a URI with scheme amqps, secret, at least 99 characters, not on this machine");
    }

    @Test
    void errorComesBeforeWarningWhateverItsCause() {
        Finding finding = only(findings("V", "'minLength': 9", " value"));

        assertThat(finding.cause()).isEqualTo("too short");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void undeclaredVariablesAreLeftAlone() {
        VariablesJudgement judgement =
                judge("'variables': {}", "production", Map.of("CI", "", "HOME", "${X}", "SECRET_KEY", "changeme"));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.agreeing()).isZero();
    }

    @Test
    void twoSecretsWithOtherValuesBothAgree() {
        assertThat(findings("V", SECRET, "b7e1c0de5f9a4d3e8c2a1f0b6d4e9a7c")).isEmpty();
        assertThat(findings("V", SECRET, "Zm9yIHRoZSBsb3ZlIG9mIGVudHJvcHksIG1vcmUh"))
                .isEmpty();
    }

    @Test
    void rulesMoveExcuseAndSilenceFindings() {
        String contracts = "'variables': {'A': {}, 'B': {}, 'C': {}, 'D': {}}, 'rules': ["
                + "{'fact': 'environment/A', 'severity': 'info'},"
                + "{'fact': 'environment/B', 'compare': 'ignore'},"
                + "{'fact': 'environment/C', 'waive': 'comes with the next release', 'owner': 'me', 'until': '2026-11-21'},"
                + "{'fact': 'environment/D', 'waive': 'came', 'owner': 'me', 'until': '2026-11-20'}]";

        VariablesJudgement judgement = judge(contracts, "production", Map.of());

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("A", "C", "D");
        assertThat(judgement.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO, Severity.INFO, Severity.ERROR);
        assertThat(judgement.findings().get(1).waiver())
                .isEqualTo(new Finding.Waived("comes with the next release", "me", "2026-11-21"));
        assertThat(judgement.findings().get(2).waiver()).isNull();
        assertThat(judgement.agreeing()).isZero();
    }

    @Test
    void originIsToldWhenItIsKnown() {
        VariableSource source = new VariableSource() {
            @Override
            public @Nullable String get(String name) {
                return name.equals("A") ? "" : null;
            }

            @Override
            public Set<String> names() {
                return Set.of("A");
            }

            @Override
            public String origin(String name) {
                return "application.yaml";
            }
        };

        List<Finding> findings = new VariablesComparison(
                        Contracts.profile("'variables': {'A': {}, 'B': {}}"), "production", Contracts.TODAY)
                .judge(source)
                .findings();

        assertThat(findings).extracting(Finding::source).containsExactly("application.yaml", null);
    }

    @Test
    void sourceThatFailsIsUnknownAndItsMessageStaysInside() {
        VariableSource source = new VariableSource() {
            @Override
            public String get(String name) {
                throw new IllegalArgumentException("canary-value");
            }

            @Override
            public Set<String> names() {
                return Set.of();
            }
        };

        Finding finding =
                only(new VariablesComparison(Contracts.profile("'variables': {'A': {}}"), "production", Contracts.TODAY)
                        .judge(source)
                        .findings());

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.why()).isEqualTo("reading it failed: IllegalArgumentException");
        assertThat(finding.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "integer", "port", "boolean", "uri", "duration", "json", "path", "base64"})
    void noPartOfTheValueIsEverTold(String type) {
        for (String value : List.of(
                "canary://canary:canary@localhost:canary/canary?canary=${canary}",
                "canary%canary~",
                " \"canary:1\" ",
                "canary:canary@localhost",
                "~/canary\u0001")) {
            List<Finding> findings = findings(
                    "V",
                    "'type': '" + type + "', 'secret': true, 'minLength': 500, 'noLocalhostIn': ['production']",
                    value);
            assertThat(findings).hasSize(1);
            assertThat(findings.toString()).doesNotContainIgnoringCase("canary");
        }
    }
}
