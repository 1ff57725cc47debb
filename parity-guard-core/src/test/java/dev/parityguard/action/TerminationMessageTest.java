package dev.parityguard.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parityguard.report.Golden;
import dev.parityguard.report.SampleReports;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TerminationMessageTest {

    @TempDir
    Path folder;

    @Test
    void refusalWhenPlatformHasAFileThenLeavesTheShortForm() throws Exception {
        Path file = Files.writeString(folder.resolve("termination-log"), "something older and longer".repeat(100));

        new TerminationMessage(null, file).accept(SampleReports.refused());

        assertThat(file).hasContent(Golden.read("refused-brief.txt"));
    }

    @Test
    void refusalWhenPlatformHasNoFileThenCreatesNone() {
        Path file = folder.resolve("termination-log");

        new TerminationMessage(null, file).accept(SampleReports.refused());

        assertThat(file).doesNotExist();
    }

    @Test
    void refusalWhenFileIsNamedThenCreatesThatAndLeavesTheDefaultAlone() throws Exception {
        Path byDefault = Files.createFile(folder.resolve("termination-log"));
        Path named = folder.resolve("named");

        new TerminationMessage(" " + named + " ", byDefault).accept(SampleReports.refused());

        assertThat(named).isNotEmptyFile();
        assertThat(byDefault).isEmptyFile();
    }

    @Test
    void startWhenApplicationIsNotRefusedThenWritesNothing() throws Exception {
        Path file = Files.createFile(folder.resolve("termination-log"));
        TerminationMessage message = new TerminationMessage(null, file);

        message.accept(SampleReports.agreement());
        message.accept(SampleReports.warned());

        assertThat(file).isEmptyFile();
    }

    @Test
    void refusalWhenFileCannotBeWrittenThenGoesOn() {
        for (String impossible : new String[] {folder.toString(), folder + "/none/such", "\0"}) {
            assertThatCode(() -> new TerminationMessage(impossible).accept(SampleReports.refused()))
                    .doesNotThrowAnyException();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Timeout(20)
    void refusalWhenFileIsAPipeThatNobodyReadsThenDoesNotWait() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

        new TerminationMessage(pipe.toString()).accept(SampleReports.refused());

        assertThat(pipe).exists();
    }

    @Test
    void messageWhenTooLongThenIsCutBetweenTwoCharacters() throws CharacterCodingException {
        for (String character : new String[] {"x", "\u00e4", "\u20ac", "\ud83d\ude00"}) {
            for (int shift = 0; shift < 4; shift++) {
                byte[] bytes = TerminationMessage.bounded("a".repeat(shift) + character.repeat(5000));

                assertThat(bytes).hasSizeBetween(TerminationMessage.MAX_BYTES - 3, TerminationMessage.MAX_BYTES);
                assertThat(StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString())
                        .isEqualTo("a".repeat(shift)
                                + character.repeat(
                                        (bytes.length - shift) / character.getBytes(StandardCharsets.UTF_8).length));
            }
        }
    }

    @Test
    void messageWhenThousandsDifferThenKeepsToTheBound() throws Exception {
        Path file = Files.createFile(folder.resolve("termination-log"));

        new TerminationMessage(null, file).accept(SampleReports.many(5000));

        assertThat(Files.size(file)).isBetween(4000L, (long) TerminationMessage.MAX_BYTES);
    }
}
