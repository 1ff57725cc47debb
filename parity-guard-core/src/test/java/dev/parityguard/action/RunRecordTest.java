package dev.parityguard.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Mode;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.ParityReport;
import dev.parityguard.service.echo.Echo;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("runs.jsonl");
    }

    @Test
    void runsAreRecordedWhereTheSettingSaysSo() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                {"format": 1, "name": "orders", "services": {"echo": {"kind": "echo", "facts":
                 {"product": "echo", "version": "1.0", "tone": "hunter2"}}}}""");
        ParityGuard guard = ParityGuard.builder()
                .environment("production")
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of("PARITY_GUARD_RECORD", file.toString())))
                .service("echo", Target.of(Echo.of("1.0", "tone", "low")))
                .build();
        guard.run();
        guard.recheck();
        guard.run();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(RunRecord.broken(file)).isEmpty();
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.get("application").asText()).isEqualTo("orders");
        assertThat(line.get("environment").asText()).isEqualTo("production");
        assertThat(line.get("profile").asText()).hasSize(64);
        assertThat(line.get("services").get("echo").asText()).hasSize(64);
        assertThat(line.get("findings").get(0).asText()).isEqualTo("error echo echo.tone");
        assertThat(line.get("errors").asInt()).isOne();
        assertThat(line.get("previous").asText()).isEqualTo(RunRecord.FIRST);
        assertThat(lines.get(0)).doesNotContain("hunter2");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("previous").asText())
                .isEqualTo(Fingerprint.of(lines.get(0)));
    }

    @Test
    void lineWhenSomebodyChangesItBreaksTheChainBehindIt() throws IOException {
        record(3);
        Files.writeString(file, Files.readString(file).replaceFirst("\"errors\":0", "\"errors\":1"));
        assertThat(RunRecord.broken(file)).hasValue(2);
    }

    @Test
    void lineWhenSomebodyTakesItOutBreaksTheChainThere() throws IOException {
        record(3);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2)));
        assertThat(RunRecord.broken(file)).hasValue(2);
        Files.write(file, lines.subList(1, 3));
        assertThat(RunRecord.broken(file)).hasValue(1);
    }

    @Test
    void lineWhenItWasCutOffIsFoundAndTheNextOneStandsAlone() throws IOException {
        record(2);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 30));
        record(1);
        assertThat(Files.readAllLines(file)).hasSize(3);
        assertThat(RunRecord.broken(file)).hasValue(2);
    }

    @Test
    void threadsWriteOneChain() throws IOException {
        IntStream.range(0, 16).parallel().forEach(any -> record(1));
        assertThat(Files.readAllLines(file)).hasSize(16);
        assertThat(RunRecord.broken(file)).isEmpty();
    }

    @Test
    void fileWhenSomebodyHoldsItIsGivenUp() throws IOException {
        try (FileChannel held = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> record(1))
                    .withMessage("the run could not be recorded: IOException");
        }
    }

    @Test
    void folderWhenThereIsNoneKeepsNobodyFromStarting() {
        ParityReport report = ParityGuard.builder()
                .variables(VariableSource.of(Map.of(
                        "PARITY_GUARD_RECORD",
                        folder.resolve("nowhere").resolve("runs.jsonl").toString())))
                .build()
                .run();
        assertThat(report.mode()).isEqualTo(Mode.WARN);
    }

    private void record(int times) {
        ParityReport report = ParityGuard.builder()
                .mode(Mode.REPORT)
                .service("echo", Target.of(Echo.of("1.0", "tone", "low")))
                .build()
                .run();
        for (int i = 0; i < times; i++) {
            new RunRecord(file).accept(report);
        }
    }
}
