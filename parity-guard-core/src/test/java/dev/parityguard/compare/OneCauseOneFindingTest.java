package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneCauseOneFindingTest {
    @Test
    void unknownsWhenTheSameIsMissingThenAreSaidOnce() {
        Facts nothing = Facts.builder().put("version", "7.0").build();
        Observed observed = new Observed(
                "made-up", nothing, List.of(lacking("a", "+config"), lacking("b", "+info"), lacking("c", "+config")));

        List<Finding> findings = judge(Map.of("version", "7.0", "a", "1", "b", "1", "c", "1"), List.of(), observed);

        assertThat(findings).extracting(Finding::fact).containsExactly("a", "b");
        assertThat(findings.get(0).consequences()).extracting(Finding::fact).containsExactly("c");
    }

    @Test
    void whatIsMissingWhenTheMinorVersionCountsThenFollowsFromIt() {
        Facts older = Facts.builder().put("version", "6.0").build();

        List<Finding> findings =
                judge(Map.of("version", "6.2", "a", "yes"), List.of(), new Observed("made-up", older, List.of()));

        assertThat(findings).extracting(Finding::fact).containsExactly("version");
        assertThat(findings.get(0).consequences()).extracting(Finding::fact).containsExactly("a");
    }

    @Test
    void unsoundFactWhenItIsNeverComparedThenIsStillFound() {
        Observed observed =
                new Observed("made-up", Facts.builder().put("loses", "yes").build(), List.of());

        assertThat(judge(Map.of("loses", "yes"), List.of(), observed))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.ERROR);
        assertThat(judge(Map.of("loses", "yes"), List.of(ignoring("service/loses")), observed))
                .isEmpty();
    }

    private static Unknown lacking(String fact, String missing) {
        return new Unknown(fact, Unknown.Cause.NOT_PERMITTED, missing);
    }

    private static Rule ignoring(String fact) {
        return new Rule(fact, List.of(), Compare.IGNORE, List.of(), null, null, null);
    }

    private static List<Finding> judge(Map<String, String> expected, List<Rule> rules, Observation seen) {
        TreeMap<String, List<String>> facts = new TreeMap<>();
        expected.forEach((name, value) -> facts.put(name, List.of(value)));
        TreeMap<String, ServiceExpectation> services = new TreeMap<>();
        services.put("service", new ServiceExpectation("made-up", null, null, null, null, new TreeMap<>(), facts));
        Profile profile = new Profile("test", null, new TreeMap<>(), new TreeMap<>(), services, rules);
        return new Comparison(profile, null, kind -> catalogue(), LocalDate.EPOCH)
                .judge(
                        List.of(new SeenService("service", "made-up", null, seen, Duration.ZERO)),
                        VariablesJudgement.none())
                .findings();
    }

    private static FactCatalogue catalogue() {
        Properties properties = new Properties();
        String described = Stream.of("version", "a", "b", "c", "loses")
                .map(fact -> fact + ".title = t\n" + fact + ".why = w\n" + fact + ".fix = f\n")
                .reduce("", String::concat);
        try {
            properties.load(new StringReader(
                    described + "version.compare = minor\nloses.compare = ignore\nloses.sound = no\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return FactCatalogue.of(properties);
    }
}
