package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Observed;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportJson;
import dev.parityguard.report.ReportText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Whoever reads of a difference in structure learns whether to migrate, to undo, or to rebuild. */
class StructureCausesTest {
    private static final String STRUCTURE = "'sum': '1', 'column.a': 'int', 'column.b': 'text'";

    @Test
    void whatIsMissingOrOtherwiseIsAMigrationThatWasNotApplied() {
        Judgement judgement = judge(STRUCTURE, "sum", "2", "column.b", "varchar");

        assertThat(judgement.findings())
                .extracting(Finding::fact, Finding::cause)
                .containsExactly(
                        tuple("column.a", "migration not applied"), tuple("column.b", "migration not applied"));
    }

    @Test
    void whereTheSameMigrationsHaveRunItIsDrift() {
        String history = ", 'migration.flyway.head': '7', 'migration.other.head': 'x'";

        assertThat(judge(
                                STRUCTURE + history,
                                "migration.flyway.head",
                                "7",
                                "migration.other.head",
                                "x",
                                "sum",
                                "2",
                                "column.b",
                                "text")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fact()).isEqualTo("column.a");
                    assertThat(finding.cause()).isEqualTo("drift");
                    assertThat(finding.fix()).contains("same migrations");
                });
        assertThat(judge(STRUCTURE + history, "migration.flyway.head", "6", "sum", "2", "column.b", "text")
                        .findings())
                .filteredOn(finding -> finding.fact().equals("column.a"))
                .extracting(Finding::cause)
                .containsExactly("migration not applied");
    }

    @Test
    void moreThanExpectedIsDriftOnceAStructureIsExpected() {
        Judgement judgement =
                judge(STRUCTURE, "sum", "2", "column.a", "int", "column.b", "text", "column.c", "int", "new", "x");

        assertThat(judgement.findings()).allSatisfy(f -> assertThat(f.outcome()).isEqualTo(Outcome.NOTE));
        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("drift", "not-in-profile");
        assertThat(judgement.findings().get(0).actual()).isEqualTo("1 object: column.c");
        assertThat(judge("'new': 'x'", "column.c", "int", "new", "x").findings())
                .extracting(Finding::fact)
                .containsExactly("not-in-profile");
    }

    @Test
    void whatDoesNotDoWhatItsNameSaysIsAnInvalidObjectWithoutAnyProfile() {
        Finding finding = judge("", "valid.i", "no").findings().get(0);

        assertThat(finding.fact()).isEqualTo("valid.i");
        assertThat(finding.cause()).isEqualTo("invalid object");
    }

    @Test
    void textAndJsonTellTheCause() {
        ParityReport report = new ParityReport(
                "orders",
                null,
                Mode.WARN,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                judge(STRUCTURE, "sum", "2", "column.b", "text", "valid.i", "no")
                        .findings(),
                0);

        assertThat(ReportText.of(report).lines().map(String::strip))
                .contains("cause     migration not applied", "cause     invalid object");
        assertThat(ReportJson.of(report))
                .contains("\"cause\": \"migration not applied\"", "\"cause\": \"invalid object\"");
    }

    private static Judgement judge(String captured, String... namesAndValues) {
        Observed seen = SampleService.facts(namesAndValues);
        return new Comparison(
                        SampleService.profile(captured, "", ""), "production", kind -> catalogue(), Contracts.TODAY)
                .judge(List.of(SampleService.seen("db", seen)), VariablesJudgement.none());
    }

    private static FactCatalogue catalogue() {
        Properties properties = new Properties();
        for (String fact : List.of("sum", "column.*", "valid.*", "migration.*", "new")) {
            properties.setProperty(fact + ".title", "title");
            properties.setProperty(fact + ".why", "why");
            properties.setProperty(fact + ".fix", "fix");
        }
        properties.setProperty("column.*.class", "structure");
        properties.setProperty("column.*.summarised-by", "sum");
        properties.setProperty("valid.*.class", "validity");
        properties.setProperty("valid.*.sound", "yes");
        return FactCatalogue.of(properties);
    }
}
