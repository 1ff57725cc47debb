package dev.parityguard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's pages, seen from the folder in which the tests of core run. */
final class Docs {
    /** Set to {@code true}, generated pages are written instead of compared. */
    private static final boolean REWRITE = Boolean.getBoolean("parityguard.docs.rewrite");

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private Docs() {}

    /** Every page that a reader meets: the README, CONTRIBUTING and all under docs. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(PROJECT.resolve("README.md"), PROJECT.resolve("CONTRIBUTING.md")),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    /** The page's name as seen from the project. */
    static String name(Path page) {
        return PROJECT.relativize(page).toString();
    }

    /** A generated page is what its source says; {@code -Dparityguard.docs.rewrite=true} makes it so. */
    static void assertGenerated(String name, String content) throws IOException {
        Path page = PROJECT.resolve(name);
        if (REWRITE) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, content);
        }
        assertThat(page)
                .as("%s is generated: run the tests of core with -Dparityguard.docs.rewrite=true", name)
                .hasContent(content);
    }
}
