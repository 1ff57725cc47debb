package dev.parityguard.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo keeps its promises, and refuses in the words that README shows. */
class DemoTest {
    private static final Path README = Path.of("../../README.md");
    private static final String REFUSAL = "Parity Guard: orders does not match";

    @Test
    void demoWhenRunThenEndsAsPromisedAndRefusesAsReadmeShows(@TempDir Path folder) throws Exception {
        String said = words(demo(folder.resolve("output").toFile()));

        assertThat(paragraphs())
                .hasSizeGreaterThan(5)
                .allSatisfy(paragraph -> assertThat(said)
                        .as("README's refusal is to be written anew when the demo says other things")
                        .contains(paragraph));
    }

    private static String demo(File output) throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dparityguard.servers=" + System.getProperty("parityguard.servers"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            demo.destroy();
        }
        String said = Files.readString(output.toPath());
        assertThat(demo.exitValue()).as(said).isZero();
        return said;
    }

    /** The parts of README's excerpt; an ellipsis stands for what it leaves out. */
    private static List<String> paragraphs() throws IOException {
        String readme = Files.readString(README);
        String excerpt = readme.substring(readme.indexOf(REFUSAL));
        return Arrays.stream(excerpt.substring(0, excerpt.indexOf("```")).split("\n\\s*\n"))
                .map(DemoTest::words)
                .filter(paragraph -> !paragraph.equals("…"))
                .toList();
    }

    /** Lines are wrapped anew and blanks align columns; the day is that of the run. */
    private static String words(String text) {
        return text.replaceAll("\\d{4}-\\d{2}-\\d{2}", "(day)")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
