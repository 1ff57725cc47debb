package dev.parityguard.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The System V segment that every PostgreSQL holds so that no second one starts on its data. A killed server leaves it
 * behind; its id is on the seventh line of {@code postmaster.pid}, after its key.
 */
final class SharedMemory {

    private SharedMemory() {}

    static void release(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            if (lines.size() >= 7) {
                String[] keyAndId = lines.get(6).trim().split("\\s+", -1);
                new ProcessBuilder("ipcrm", "-m", keyAndId[1])
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
