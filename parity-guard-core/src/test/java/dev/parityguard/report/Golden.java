package dev.parityguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole texts kept as files. {@code mvn verify -Dparityguard.golden=rewrite} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("parityguard.golden"));

    private Golden() {}

    /** Asserts that the text is, whole, the one kept under that name. */
    public static void assertSame(String name, String text) {
        assertSame(FOLDER.resolve(name), text);
    }

    /** Asserts that the text is, whole, that of the file. */
    public static void assertSame(Path file, String text) {
        try {
            if (REWRITE) {
                Files.writeString(file, text);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text kept under that name. */
    public static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
