package dev.parityguard.service.jvm;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine or container around this process.
 *
 * @param root where its file system begins
 * @param properties the properties of the JVM
 * @param environment the environment variables
 * @param processors how many processors the JVM sees
 * @param maxHeap how far the heap may grow, in bytes
 */
record Host(Path root, Map<?, ?> properties, Map<String, String> environment, int processors, long maxHeap) {
    private static final int LONGEST_FILE = 256 * 1024;

    static Host here() {
        Runtime runtime = Runtime.getRuntime();
        return new Host(
                Path.of("/"),
                System.getProperties(),
                System.getenv(),
                runtime.availableProcessors(),
                runtime.maxMemory());
    }

    /** A property of the JVM, or null where it is not set or is empty. */
    @Nullable
    String property(String name) {
        Object value = properties.get(name);
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    /** The beginning of a file, or null where it is not there or may not be read. */
    @Nullable
    String read(String file) {
        return read(file, LONGEST_FILE);
    }

    @Nullable
    String read(String file, int bytes) {
        try (InputStream in = new FileInputStream(root.resolve(file).toString())) {
            return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
    }
}
