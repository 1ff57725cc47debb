package dev.parityguard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parityguard.metrics.ParityMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and dashboard ask for metrics that there are, by labels that these have. */
class MonitoringTest {
    private static final Path FILES = Path.of("..", "docs", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(parity_guard_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*=~?\\s*\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

    @Test
    void alertsAskForMetricsThatThereAre() throws IOException {
        List<JsonNode> rules = rules();
        assertThat(rules).hasSizeGreaterThan(7).allSatisfy(rule -> {
            assertThat(rule.get("alert").asText()).matches("Parity[A-Z][A-Za-z]+");
            assertThat(rule.get("for").asText()).matches("\\d+[mhd]");
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
            assertKnown(rule.get("expr").asText());
        });
    }

    @Test
    void everyAlertIsOnThePageWithItsSeverity() throws IOException {
        String page = Files.readString(FILES.resolve("README.md"));
        assertThat(rules())
                .allSatisfy(rule -> assertThat(page)
                        .containsPattern("\\| `" + rule.get("alert").asText() + "` \\| .* \\| "
                                + rule.at("/labels/severity").asText() + " \\|"));
    }

    @Test
    void everyAlertIsTested() throws IOException {
        JsonNode tests =
                new YAMLMapper().readTree(FILES.resolve("alerts-test.yml").toFile());
        assertThat(tests.at("/tests/0/alert_rule_test").findValuesAsText("alertname"))
                .containsAll(
                        rules().stream().map(rule -> rule.get("alert").asText()).toList());
    }

    @Test
    void dashboardAsksForMetricsThatThereAre() throws IOException {
        JsonNode dashboard = dashboard();
        Set<String> asked = new TreeSet<>();
        List<JsonNode> targets = new ArrayList<>();
        dashboard.get("panels").forEach(panel -> panel.get("targets").forEach(targets::add));
        assertThat(targets).hasSizeGreaterThan(12).allSatisfy(target -> {
            assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            asked.addAll(assertKnown(target.get("expr").asText()));
        });
        assertThat(asked)
                .contains(
                        "parity_guard_findings",
                        "parity_guard_unknowns",
                        "parity_guard_waiver_remaining_seconds",
                        "parity_guard_fingerprint",
                        "parity_guard_profile_age_seconds");
        dashboard
                .at("/templating/list")
                .forEach(variable -> assertKnown(variable.path("definition").asText()));
    }

    @Test
    void panelsHaveNamesOfTheirOwnAndDoNotOverlap() throws IOException {
        Set<String> seen = new HashSet<>();
        dashboard().get("panels").forEach(panel -> {
            assertThat(panel.get("title").asText()).isNotBlank();
            assertThat(panel.get("description").asText()).isNotBlank();
            assertThat(seen.add("id " + panel.get("id"))).isTrue();
            assertThat(seen.add(panel.get("title").asText())).isTrue();
            JsonNode at = panel.get("gridPos");
            assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = at.get("x").asInt();
                    x < at.get("x").asInt() + at.get("w").asInt();
                    x++) {
                for (int y = at.get("y").asInt();
                        y < at.get("y").asInt() + at.get("h").asInt();
                        y++) {
                    assertThat(seen.add(x + "," + y))
                            .as(panel.get("title").asText())
                            .isTrue();
                }
            }
        });
    }

    /** With the tool of Prometheus itself, which Debian's package brings. */
    @Test
    @Tag("packages")
    void alertsAreWhatPrometheusTakesAndFireAsTheyShould(@TempDir Path folder) throws Exception {
        for (String[] call : new String[][] {{"check", "rules", "alerts.yml"}, {"test", "rules", "alerts-test.yml"}}) {
            List<String> command = new ArrayList<>(List.of("promtool"));
            command.addAll(Arrays.asList(call));
            Path said = folder.resolve("said");
            Process promtool = new ProcessBuilder(command)
                    .directory(FILES.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(promtool.exitValue()).as(Files.readString(said)).isZero();
        }
    }

    @Test
    void metricThatThereIsNotIsNoticed() {
        assertThat(labels()).doesNotContainKey("parity_guard_findigs");
        assertThat(labels().get("parity_guard_findings")).doesNotContain("fingerprint");
    }

    private static Set<String> assertKnown(String expression) {
        Map<String, Set<String>> known = labels();
        Set<String> asked = new TreeSet<>();
        Matcher metric = METRIC.matcher(expression);
        Set<String> grouped = new TreeSet<>();
        while (metric.find()) {
            asked.add(metric.group(1));
            assertThat(known).as(expression).containsKey(metric.group(1));
            Set<String> labels = known.get(metric.group(1));
            grouped.addAll(labels);
            if (metric.group(2) != null) {
                assertThat(LABEL.matcher(metric.group(2)).results().map(label -> label.group(1)))
                        .as(expression)
                        .isSubsetOf(labels);
            }
        }
        GROUPING.matcher(expression)
                .results()
                .forEach(by ->
                        assertThat(by.group(1).split(", *")).as(expression).isSubsetOf(grouped));
        return asked;
    }

    /** Each metric as Prometheus spells it, with its labels and those that every scrape adds. */
    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (ParityMeter meter : ParityMeter.values()) {
            String name = meter.meterName().replace('.', '_');
            Set<String> keys = new TreeSet<>(meter.tags());
            keys.addAll(List.of("job", "instance"));
            labels.put(meter.baseUnit() == null ? name : name + "_" + meter.baseUnit(), keys);
        }
        return labels;
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(FILES.resolve("alerts.yml").toFile())
                .get("groups")
                .forEach(group -> group.get("rules").forEach(rules::add));
        return rules;
    }

    private static JsonNode dashboard() throws IOException {
        return new JsonMapper().readTree(FILES.resolve("dashboard.json").toFile());
    }
}
