package dev.parityguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.metrics.ParityMeter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation shows true output. */
class DocsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern SHOWN = Pattern.compile("(?s)(<!-- golden: (\\S+) -->\n```\\w+\n).*?(```\n)");
    private static final Pattern METERS = Pattern.compile("(?s)<!-- meters -->\n.*?\n\n(?=Tags\n)");

    @ParameterizedTest
    @ValueSource(strings = {"reports.md", "metrics.md"})
    void docsWhenTheyShowOutputThenItIsTheGoldenOne(String page) throws Exception {
        String text = Files.readString(DOCS.resolve(page));

        assertThat(SHOWN.matcher(text).results()).isNotEmpty();
        Golden.assertSame(DOCS.resolve(page), SHOWN.matcher(text).replaceAll(DocsTest::shown));
    }

    @Test
    void docsWhenTheyListMetersThenThoseAreAll() throws Exception {
        String text = Files.readString(DOCS.resolve("metrics.md"));

        assertThat(METERS.matcher(text).results()).hasSize(1);
        Golden.assertSame(
                DOCS.resolve("metrics.md"), METERS.matcher(text).replaceAll(Matcher.quoteReplacement(meters())));
    }

    private static String shown(MatchResult block) {
        return Matcher.quoteReplacement(block.group(1) + Golden.read(block.group(2)) + block.group(3));
    }

    private static String meters() {
        return Arrays.stream(ParityMeter.values())
                .map(DocsTest::row)
                .collect(Collectors.joining(
                        "\n", "<!-- meters -->\n| meter | unit | tags | what it tells |\n|---|---|---|---|\n", "\n\n"));
    }

    private static String row(ParityMeter meter) {
        return String.format(
                "| `%s` | %s | %s | %s |",
                meter.meterName(),
                meter.baseUnit() == null ? "" : meter.baseUnit(),
                meter.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", ")),
                meter.description());
    }
}
