package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.report.Finding;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A fact that sums up others stands for them, and never hides that one differs. */
class SummariesTest {
    private static final String PROFILE = "'sum': '1', 'part.a': 'x', 'part.b': 'y'";

    @Test
    void whatIsSummedUpAgreesWithItsSum() {
        Judgement judgement = judge(Facts.builder().put("sum", "1"));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.agreeing()).isEqualTo(3);
    }

    @Test
    void partThatDiffersIsToldInPlaceOfTheSum() {
        Facts.Builder facts = Facts.builder().put("sum", "2").put("part.a", "x").put("part.b", "z");

        assertThat(judge(facts).findings()).extracting(Finding::fact).containsExactly("part.b");
    }

    @Test
    void sumIsToldWhereNoPartTellsWhatDiffers() {
        Facts.Builder facts = Facts.builder().put("sum", "2").put("part.a", "x").put("part.b", "y");

        assertThat(judge(facts).findings()).extracting(Finding::fact).containsExactly("sum");
    }

    @Test
    void sumIsToldWhereThePartsCouldNotBeRead() {
        Judgement judgement =
                judge(Facts.builder().put("sum", "2"), new Unknown("part.*", Unknown.Cause.TIMED_OUT, "more time"));

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("sum", "part.*");
    }

    @Test
    void sumThatCouldNotBeReadIsUnknownLikeItsParts() {
        Judgement judgement = judge(Facts.builder(), new Unknown("*", Unknown.Cause.TIMED_OUT, "more time"));

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("*");
    }

    private static Judgement judge(Facts.Builder facts, Unknown... unknowns) {
        return new Comparison(
                        SampleService.profile(PROFILE, "", ""), "production", kind -> catalogue(), Contracts.TODAY)
                .judge(
                        List.of(SampleService.seen("db", new Observed("db", facts.build(), List.of(unknowns)))),
                        VariablesJudgement.none());
    }

    private static FactCatalogue catalogue() {
        Properties properties = new Properties();
        for (String fact : List.of("sum", "part.*")) {
            properties.setProperty(fact + ".title", "title");
            properties.setProperty(fact + ".why", "why");
            properties.setProperty(fact + ".fix", "fix");
        }
        properties.setProperty("part.*.summarised-by", "sum");
        return FactCatalogue.of(properties);
    }
}
