package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.SeenService;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges environment B by a profile captured from environment A, as a run does.
 *
 * @param kind what should answer, for example {@code postgresql}
 * @param use what it is used for, or null
 * @param catalogue what is known of its facts
 */
public record IncidentFixture(String kind, @Nullable String use, FactCatalogue catalogue) {
    private static final String SERVICE = "service";

    /** Everything that is found in B by what was captured from A; consequences stand beside their cause. */
    public List<Finding> findings(Observed a, Observation b) {
        return findings(a.facts(), b);
    }

    /** Everything that is found in B by captured facts, for an A that cannot be had here. */
    public List<Finding> findings(Facts captured, Observation b) {
        TreeMap<String, List<String>> facts = new TreeMap<>();
        for (Fact fact : captured) {
            facts.put(fact.name(), List.of(fact.value()));
        }
        ServiceExpectation expectation = new ServiceExpectation(kind, null, use, null, null, new TreeMap<>(), facts);
        TreeMap<String, ServiceExpectation> services = new TreeMap<>();
        services.put(SERVICE, expectation);
        return judge(new Profile("incident", null, new TreeMap<>(), new TreeMap<>(), services, List.of()), b);
    }

    /** Everything that is found without a profile: only sound values are judged. */
    public List<Finding> findingsWithoutProfile(Observation b) {
        return judge(null, b);
    }

    /** Asserts that B by A's profile gives that finding, and that A by A's profile gives none. */
    public void assertFinding(Observed a, Observation b, String fact, Severity severity) {
        assertAgrees(a, a);
        assertFinding(a.facts(), b, fact, severity);
    }

    /** Asserts that B by captured facts gives that finding. */
    public void assertFinding(Facts captured, Observation b, String fact, Severity severity) {
        assertThat(findings(captured, b))
                .filteredOn(finding -> finding.outcome() == Outcome.MISMATCH)
                .anySatisfy(finding -> {
                    assertThat(finding.id()).isEqualTo(kind + "." + fact);
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.why()).isNotBlank();
                    assertThat(finding.fix()).isNotBlank();
                });
    }

    /** Asserts that B by A's profile gives nothing above {@code info}. */
    public void assertAgrees(Observed a, Observation b) {
        assertThat(findings(a, b))
                .allSatisfy(finding -> assertThat(finding.severity())
                        .as(finding.id() + ": " + finding.expected() + " / " + finding.actual())
                        .isEqualTo(Severity.INFO));
    }

    private List<Finding> judge(@Nullable Profile profile, Observation observation) {
        Function<String, FactCatalogue> catalogues = ignored -> catalogue;
        Judgement judgement = new Comparison(profile, null, catalogues, LocalDate.EPOCH)
                .judge(
                        List.of(new SeenService(SERVICE, kind, use, observation, Duration.ZERO)),
                        VariablesJudgement.none());
        return judgement.findings().stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding), finding.consequences().stream()))
                .toList();
    }
}
