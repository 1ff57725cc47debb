package dev.parityguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Decision 0015: what all share has a limit, and so has each kind of service. */
class JarSizeTest {
    private static final int SHARED = 400 * 1024;
    private static final int FOR_TESTS = 40 * 1024;
    private static final int KIND_OF_SERVICE = 70 * 1024;
    private static final String SERVICES = "dev/parityguard/service/";
    private static final String MIGRATIONS = SERVICES + "jdbc/migration/";
    private static final String SHARED_PARTS = "";
    private static final String PARTS_FOR_TESTS = "dev/parityguard/junit/";

    @Test
    void jarWhenCountedByPartsThenEachIsWithinItsLimit() throws Exception {
        Map<String, Integer> sizes = sizes(Path.of(ParityGuard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));

        assertThat(sizes).containsKeys(SHARED_PARTS, "postgresql", "redis", "s3");
        assertThat(sizes.remove(SHARED_PARTS)).isBetween(SHARED / 2, SHARED);
        assertThat(sizes.remove(PARTS_FOR_TESTS)).isLessThan(FOR_TESTS);
        assertThat(sizes).allSatisfy((kind, size) -> assertThat(size).as(kind).isLessThan(KIND_OF_SERVICE));
    }

    private static Map<String, Integer> sizes(Path classes) throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = classes.relativize(file).toString().replace('\\', '/');
                sizes.merge(part(name), sizeInJar(name, file), Integer::sum);
            });
        }
        return sizes;
    }

    private static String part(String name) {
        if (name.startsWith(PARTS_FOR_TESTS)) {
            return PARTS_FOR_TESTS;
        }
        if (name.startsWith(MIGRATIONS)) {
            return MIGRATIONS;
        }
        return name.startsWith(SERVICES)
                ? name.substring(SERVICES.length(), name.indexOf('/', SERVICES.length()))
                : SHARED_PARTS;
    }

    /** The compressed content, and the two headers of an entry, each with its name. */
    private static int sizeInJar(String name, Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            deflater.setInput(content);
            deflater.finish();
            int compressed = deflater.deflate(new byte[content.length + 1_000]);
            deflater.end();
            return compressed + 30 + 46 + 2 * name.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
