package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Profile;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing but production stands on production's database, and production on no other. */
class IdentityGuardTest {
    private static final String PROFILE =
            "'identity.cluster': ['k:1', 'k:2'], 'identity.database': ['k:1a', 'k:2a'], 'identity.address': 'k:home'";
    private static final Observed SAME = seen("k:2", "k:2a", "k:home");

    @ParameterizedTest
    @CsvSource({
        "production, staging, ERROR",
        "prod, DEV, ERROR",
        "prod-eu, preprod, ERROR",
        "live, non-production, ERROR",
        "production, production,",
        "production, Production,",
        "production, production-eu,",
        "production,,",
        "staging, development,",
        "staging, production,",
        "preprod, development,",
        ", development,",
    })
    void productionsDatabaseElsewhereIsAnErrorWhereBothNamesAreKnown(
            @Nullable String capturedFrom, @Nullable String environment, @Nullable Severity severity) {
        List<Finding> findings = judge(capturedFrom, environment, "", SAME);

        if (severity == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("identity.database");
                assertThat(finding.severity()).isEqualTo(severity);
                assertThat(finding.cause()).isEqualTo("identity");
                assertThat(finding.actual()).isEqualTo(capturedFrom + "'s database");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "staging, k:1, k:1a, k:away, identity.database, WARNING",
        "staging, k:1, k:1a, , identity.database, ERROR",
        "staging, k:1, k:1b, k:home, identity.cluster, WARNING",
        "staging, k:3, k:3a, k:home, ,",
        "production, k:3, k:3a, k:home, identity.cluster, ERROR",
        "production, k:1, k:1b, k:home, identity.database, ERROR",
        "production, k:1, k:1a, k:away, ,",
    })
    void whatIsSharedDecides(
            String environment,
            String cluster,
            String database,
            @Nullable String address,
            @Nullable String fact,
            @Nullable Severity severity) {
        List<Finding> findings = judge("production", environment, "", seen(cluster, database, address));

        if (fact == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo(fact);
                assertThat(finding.severity()).isEqualTo(severity);
            });
        }
    }

    @Test
    void oneServerOfSeveralMayTakeTheOthersPlaceInProductionOnly() {
        Observed server = SampleService.facts("identity.server", "k:1");
        String profile = "'identity.server': 'k:1'";

        assertThat(judge(profile, "production", "staging", "", server))
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).isEqualTo("production's server"));
        assertThat(judge(profile, "production", "production", "", SampleService.facts("identity.server", "k:9")))
                .isEmpty();
    }

    @Test
    void whatMayNotBeReadIsAQuietUnknown() {
        Observed closed = SampleService.observed(
                SampleService.facts(), new Unknown("identity.cluster", Unknown.Cause.NOT_PERMITTED, "a right"));

        assertThat(judge("production", "staging", "", closed)).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
        assertThat(judge("production", "staging", "{'fact': '*', 'unknown': 'error'}", closed))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(judge("production", null, "", closed)).isEmpty();
    }

    @Test
    void hashesUnderTwoKeysAreNotCompared() {
        assertThat(judge("production", "production", "", seen("other:1", "other:1a", null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.fix()).contains("another key");
                });
        assertThat(judge(
                        "'identity.cluster': 'plain'",
                        "production",
                        "production",
                        "",
                        SampleService.facts("identity.cluster", "other")))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void ruleAndWaiverHoldForTheIdentityAsForAnyFact() {
        assertThat(judge(
                        "production",
                        "canary",
                        "{'fact': 'orders-db/identity.*', 'in': ['canary'], 'compare': 'ignore'}",
                        SAME))
                .isEmpty();
        assertThat(judge(
                        "production",
                        "staging",
                        "{'fact': 'orders-db/identity.*', 'waive': 'a copy', 'owner': 'me', 'until': '2999-01-01'}",
                        SAME))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.waiver()).isNotNull();
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                });
    }

    private static List<Finding> judge(
            @Nullable String capturedFrom, @Nullable String environment, String rules, Observed seen) {
        return judge(PROFILE, capturedFrom, environment, rules, seen);
    }

    private static List<Finding> judge(
            String profile, @Nullable String capturedFrom, @Nullable String environment, String rules, Observed seen) {
        Profile written = SampleService.profile(profile, rules, "");
        Profile captured = new Profile(
                written.name(),
                new Profile.Captured(capturedFrom, Instant.EPOCH, "test"),
                written.modes(),
                written.variables(),
                written.services(),
                written.rules());
        return new Comparison(captured, environment, kind -> SampleService.CATALOGUE, Contracts.TODAY)
                .judge(List.of(SampleService.seen("db", seen)), VariablesJudgement.none())
                .findings();
    }

    private static Observed seen(String cluster, String database, @Nullable String address) {
        return address == null
                ? SampleService.facts("identity.cluster", cluster, "identity.database", database)
                : SampleService.facts(
                        "identity.cluster", cluster, "identity.database", database, "identity.address", address);
    }
}
