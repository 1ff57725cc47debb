package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a cold process databind costs several times what the whole of reading a profile does. */
class ProfileReaderClassesTest {
    @Test
    void readerWhenTheProcessIsNewThenLoadsTheStreamingParserAndNoDatabind(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path profile = Files.writeString(folder.resolve("p.json"), Refusals.resource("full.json"));
        Path output = folder.resolve("classes.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadOnce.class.getName(),
                        profile.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("read orders", "com.fasterxml.jackson.core.json.ReaderBasedJsonParser")
                .doesNotContain("com.fasterxml.jackson.databind", "com.fasterxml.jackson.annotation");
        assertThat(process.exitValue()).isZero();
    }

    static final class ReadOnce {
        private ReadOnce() {}

        public static void main(String[] arguments) {
            ProfileDocument document = ProfileReader.read(Path.of(arguments[0]));
            System.out.println("read " + document.profile().name() + " " + document.fingerprint());
        }
    }
}
