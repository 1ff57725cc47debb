package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.probe.ProbeProvider;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** No native executable is built: what is registered is compared with what the library has. */
class NativeProcessorTest {
    private final NativeProcessor processor = new NativeProcessor();

    @Test
    void probesWhenTheyAreOnTheClassPathThenAreAllRegistered() {
        List<String> known = ServiceLoader.load(ProbeProvider.class).stream()
                .map(provider -> provider.type().getName())
                .toList();

        assertThat(known).contains("dev.parityguard.service.postgresql.PostgresqlProvider");
        assertThat(processor.probes().serviceDescriptorFile())
                .isEqualTo("META-INF/services/" + ProbeProvider.class.getName());
        assertThat(processor.probes().providers()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void resourcesWhenTheLibraryReadsThemThenAreRegisteredAndNoOthers() throws Exception {
        List<String> patterns = processor.knowledge().getIncludePatterns();
        List<String> registered = filesOfTheLibrary().stream()
                .filter(file -> patterns.stream().anyMatch(file::matches))
                .toList();

        assertThat(registered)
                .contains(
                        "dev/parityguard/service/postgresql/settings.sql",
                        "dev/parityguard/service/redis/catalogue.properties",
                        "dev/parityguard/compare/placeholder-secrets.txt")
                .noneMatch(file -> file.endsWith(".class") || file.endsWith(".json"));
    }

    private static List<String> filesOfTheLibrary() throws IOException, URISyntaxException {
        Path library = Path.of(ProbeProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(library)) {
            try (Stream<Path> files = Files.walk(library)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> library.relativize(file).toString())
                        .toList();
            }
        }
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
