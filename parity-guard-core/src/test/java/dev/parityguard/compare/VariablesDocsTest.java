package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Mode;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about variables shows true examples. */
class VariablesDocsTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(json)?\n(.*?)```");

    @Test
    void exampleOfThePageGivesTheTextOfThePage() throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/variables.md")))
                .results()
                .map(block -> block.group(2))
                .toList();
        VariablesJudgement judgement = Contracts.judge(
                blocks.get(0),
                "production",
                Map.of("DATABSE_URL", "postgresql://db.example/orders", "PAYMENT_KEY", "dev-secret-key-change-me"));
        ParityReport report = new ParityReport(
                "orders",
                "production",
                Mode.WARN,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                judgement.findings(),
                judgement.agreeing());

        assertThat(ReportText.of(report)).contains(blocks.get(1).strip());
        assertThat(judgement.agreeing()).isEqualTo(4);
        assertThat(Contracts.profile(blocks.get(2).strip()).rules()).hasSize(3);
    }
}
