package dev.parityguard.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.report.Golden;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a boot pays for saying: seen in a process of its own, without Micrometer on its class path. */
class LoadedClassesTest {

    @TempDir
    Path folder;

    @Test
    void bootWhenEnvironmentAgreesThenLoadsNoRenderer() throws Exception {
        assertThat(run("agree")).isZero();

        assertThat(loaded())
                .anyMatch(name -> name.equals("dev.parityguard.action.LogReport"))
                .noneMatch(name -> name.startsWith("dev.parityguard.report.ReportText")
                        || name.startsWith("dev.parityguard.report.FindingBlock")
                        || name.startsWith("dev.parityguard.report.ReportJson")
                        || name.startsWith("dev.parityguard.metrics.")
                        || name.startsWith("com.fasterxml."));
        assertThat(folder.resolve("termination-log")).doesNotExist();
    }

    @Test
    void bootWhenRefusedWithoutMicrometerThenTellsEverythingAllTheSame() throws Exception {
        assertThat(run("refuse")).isEqualTo(1);

        assertThat(output())
                .contains("\"refused\": true")
                .contains("ParityViolationException: Parity Guard: orders does not match")
                .contains("  ERROR    cache  redis.maxmemory_policy");
        assertThat(folder.resolve("termination-log")).hasContent(Golden.read("refused-brief.txt"));
        assertThat(loaded()).noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind."));
    }

    private int run(String what) throws Exception {
        String classPath =
                List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)).stream()
                        .filter(entry ->
                                !Path.of(entry).getFileName().toString().startsWith("micrometer"))
                        .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + folder.resolve("classes.txt"),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classPath,
                        ReportingApplication.class.getName(),
                        what,
                        folder.resolve("termination-log").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String output() throws Exception {
        return new String(Files.readAllBytes(folder.resolve("output.txt")), StandardCharsets.ISO_8859_1);
    }

    private List<String> loaded() throws Exception {
        Pattern loading = Pattern.compile("\\] ([\\w.$/]+) source:");
        return Files.readAllLines(folder.resolve("classes.txt")).stream()
                .map(loading::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .toList();
    }
}
