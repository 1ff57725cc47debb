package dev.parityguard.service.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parityguard.probe.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesInADirectoryAreReadWithWhatIsBelow() throws IOException {
        try (Application application = Application.in(folder)
                .file("db/migration/V1__a.sql", "one")
                .file("db/migration/x/V2__b.sql", "two")
                .file("db/other/V3__c.sql", "three")) {
            assertThat(application.loader()).isNotNull();
            assertThat(below("db/migration", null))
                    .isEqualTo(Map.of("db/migration/V1__a.sql", "one", "db/migration/x/V2__b.sql", "two"));
            assertThat(below("classpath:/db/migration/", null)).hasSize(2);
        }
    }

    @Test
    void filesInAJarAreReadWhetherOrNotItTellsItsDirectories() throws IOException {
        Path plain =
                jar("plain.jar", "db/migration/", "db/migration/V1__a.sql", "db/migration/x/V2__b.sql", "V3__c.sql");
        try (Application application = Application.with(plain)) {
            assertThat(application.loader()).isNotNull();
            assertThat(below("db/migration", null))
                    .containsOnlyKeys("db/migration/V1__a.sql", "db/migration/x/V2__b.sql");
        }
        Path lean = jar("lean.jar", "db/migration/V1__a.sql", "db/migration/x/V2__b.sql");
        try (Application application = Application.with(lean)) {
            assertThat(application.loader()).isNotNull();
            assertThat(below("db/migration", null)).isEmpty();
            assertThat(below("db/migration", "V1__a.sql"))
                    .containsOnlyKeys("db/migration/V1__a.sql", "db/migration/x/V2__b.sql");
        }
    }

    @Test
    void folderOfTheFileSystemIsReadAndMissedWhereItIsNot() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(scripts.resolve("V1__a.sql"), "one");

        assertThat(below("filesystem:" + scripts, null)).containsOnlyKeys("filesystem:" + scripts + "/V1__a.sql");
        assertThatThrownBy(() -> below("filesystem:" + scripts.resolve("gone"), null))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsReadAfterTheDeadline() {
        try (Application application = Application.in(folder).file("db/migration/V1__a.sql", "one")) {
            BundledFiles late = new BundledFiles(application.loader(), Deadline.in(Duration.ZERO));
            assertThatThrownBy(() -> late.below("db/migration", null, (path, content) -> {}))
                    .hasMessageContaining("deadline");
        }
    }

    private static Map<String, String> below(String location, @Nullable String example) throws IOException {
        Map<String, String> files = new TreeMap<>();
        BundledFiles.of(Deadline.in(Duration.ofSeconds(30)))
                .below(
                        location,
                        example,
                        (path, content) -> files.put(path, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        return files;
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.closeEntry();
            }
        }
        return jar;
    }
}
