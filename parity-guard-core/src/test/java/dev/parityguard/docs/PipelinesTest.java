package dev.parityguard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The files for pipelines are well formed, and the script does what the page says, with git and a shell. */
class PipelinesTest {
    private static final Path FILES = Path.of("..", "docs", "ci");
    private static final String SCRIPT =
            FILES.resolve("parity.sh").toAbsolutePath().normalize().toString();

    @TempDir
    Path folder;

    private Path work;
    private String output = "";

    @BeforeEach
    void makeRepository() throws Exception {
        Path origin = Files.createDirectory(folder.resolve("origin.git"));
        work = Files.createDirectory(folder.resolve("work"));
        run(origin, "git", "init", "--quiet", "--bare", ".");
        run(work, "git", "init", "--quiet", "--initial-branch=main", ".");
        run(work, "git", "config", "user.name", "tests");
        run(work, "git", "config", "user.email", "tests@example.org");
        run(work, "git", "remote", "add", "origin", origin.toString());
        Files.writeString(work.resolve("profile.json"), "before\n");
        run(work, "git", "add", "profile.json");
        run(work, "git", "commit", "--quiet", "--message", "A profile");
    }

    @TestFactory
    Stream<DynamicTest> shellOfEachFileIsWellFormed() throws IOException {
        List<String> scripts = new ArrayList<>(List.of(Files.readString(Path.of(SCRIPT))));
        yaml("github-actions.yml")
                .get("jobs")
                .forEach(job -> job.get("steps").forEach(step -> {
                    if (step.has("run")) {
                        scripts.add(step.get("run").asText());
                    }
                }));
        yaml("gitlab-ci.yml").forEach(job -> {
            if (job.isObject()) {
                Stream.of("before_script", "script")
                        .filter(job::has)
                        .forEach(key -> job.get(key).forEach(line -> scripts.add(line.asText())));
            }
        });
        assertThat(scripts).hasSizeGreaterThan(8);
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(
                        script.lines().findFirst().orElseThrow(),
                        () -> assertThat(run(work, "bash", "-n", "-c", script))
                                .as(output)
                                .isZero()));
    }

    @Test
    void workflowIsBoundedAndHasNoMoreRightsThanItNeeds() throws IOException {
        JsonNode workflow = yaml("github-actions.yml");
        assertThat(workflow.get("on").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("pull_request", "schedule", "workflow_dispatch");
        assertThat(workflow.get("permissions")).isEqualTo(new YAMLMapper().readTree("contents: read"));
        assertThat(workflow.get("jobs")).allSatisfy(job -> {
            assertThat(job.get("runs-on")).isNotNull();
            assertThat(job.get("timeout-minutes").asInt()).isPositive();
            assertThat(job.get("steps")).allSatisfy(step -> {
                assertThat(step.has("uses")).isNotEqualTo(step.has("run"));
                if (step.has("uses")) {
                    assertThat(step.get("uses").asText()).matches("[a-z-]+/[a-z-]+@v\\d+");
                }
            });
        });
        assertThat(workflow.get("jobs").get("check").has("permissions")).isFalse();
        assertThat(Files.readString(FILES.resolve("github-actions.yml")))
                .contains("run: ./parity.sh check ci", "./parity.sh capture production");
    }

    @Test
    void jobsBelongToTheirStagesAndExtendWhatIsThere() throws IOException {
        JsonNode file = yaml("gitlab-ci.yml");
        List<String> jobs = new ArrayList<>();
        file.fieldNames().forEachRemaining(name -> {
            JsonNode job = file.get(name);
            if (!name.equals("stages") && !name.startsWith(".")) {
                jobs.add(name);
                assertThat(file.has(job.get("extends").asText())).isTrue();
                assertThat(file.get("stages")).contains(job.get("stage"));
                assertThat(job.get("rules")).isNotEmpty();
                assertThat(job.get("script"))
                        .last()
                        .satisfies(line -> assertThat(line.asText()).matches("\\./parity\\.sh (check|capture) [a-z]+"));
            }
        });
        assertThat(jobs).containsExactly("parity-check", "parity-staging", "parity-capture");
    }

    @Test
    void checkWhenEverythingAgreesThenEndsWell() throws Exception {
        assertThat(parity(0, "", "check", "ci")).isZero();
        assertThat(calls())
                .containsExactly(
                        "check --profile profile.json --environment ci --output text --output markdown=parity-report.md");
    }

    @Test
    void checkWhenItBlocksThenEndsWithTheSameStatus() throws Exception {
        for (int status : new int[] {2, 3}) {
            assertThat(parity(status, "", "check", "ci")).isEqualTo(status);
        }
    }

    @Test
    void captureWhenNothingHasChangedThenProposesNothing() throws Exception {
        assertThat(parity(0, "before", "capture", "production")).isZero();
        assertThat(output).contains("the profile is what production is");
        assertThat(run(work, "git", "rev-parse", "--verify", "--quiet", "origin/parity/refresh-profile"))
                .isNotZero();
    }

    @Test
    void captureWhenProductionHasChangedThenPushesABranchThatSaysSo() throws Exception {
        assertThat(parity(0, "after", "capture", "production")).as(output).isZero();
        assertThat(calls()).hasSize(2).last().asString().startsWith("diff profile.json ");
        assertThat(run(work, "git", "fetch", "--quiet", "origin")).isZero();
        assertThat(run(work, "git", "show", "origin/parity/refresh-profile:profile.json"))
                .isZero();
        assertThat(output).isEqualTo("after\n");
        run(work, "git", "log", "--format=%s", "-1", "origin/parity/refresh-profile");
        assertThat(output).isEqualTo("Refresh the parity profile from production\n");
    }

    @Test
    void captureWhenItFailsThenProposesNothing() throws Exception {
        assertThat(parity(2, "after", "capture", "production")).isEqualTo(2);
        run(work, "git", "log", "--all", "--format=%s");
        assertThat(output).isEqualTo("A profile\n");
    }

    @Test
    void callWhenItIsNoneThenTellsWhatThereIs() throws Exception {
        assertThat(run(work, "bash", SCRIPT)).isEqualTo(2);
        assertThat(output).contains("check ENVIRONMENT", "capture ENVIRONMENT");
    }

    /** Runs the script with a command that notes how it is called and ends like Parity Guard, whose own tests are elsewhere. */
    private int parity(int status, String captured, String... arguments) throws Exception {
        Path command =
                Files.writeString(folder.resolve("parity-guard"), """
                #!/bin/sh
                echo "$@" >> %s/calls
                case $1 in
                    capture) [ %d != 0 ] || echo %s > profile.json ;;
                    diff) exit 3 ;;
                esac
                exit %d
                """.formatted(folder, status, captured, status));
        Map<String, String> variables =
                new TreeMap<>(Map.of("PARITY_GUARD", "sh " + command, "PROFILE", "profile.json"));
        List<String> call = new ArrayList<>(List.of("bash", SCRIPT));
        call.addAll(List.of(arguments));
        return run(work, variables, call);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private int run(Path where, String... command) throws Exception {
        return run(where, Map.of(), List.of(command));
    }

    private int run(Path where, Map<String, String> variables, List<String> command) throws Exception {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT") || name.startsWith("NOTIFY"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        output = Files.readString(said);
        return process.exitValue();
    }

    private static JsonNode yaml(String name) throws IOException {
        return new YAMLMapper().readTree(Files.readString(FILES.resolve(name)));
    }
}
