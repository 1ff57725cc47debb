package dev.parityguard.service.file;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One file that is created, looked at, moved from name to name, and removed. */
final class TemporaryFile {
    /** What cannot be seen without one. */
    static final List<String> NEEDING_ONE = List.of(
            "behaviour.atomic_move",
            "behaviour.colon_in_names",
            "behaviour.locks",
            "behaviour.name_length",
            "behaviour.time_granularity");

    private static final int LONGEST = 255;
    private static final int NANOS = 123_456_789;

    private final Path folder;
    private final String prefix =
            ".parity-guard-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private Path file;

    TemporaryFile(Path folder) {
        this.folder = folder;
        this.file = folder;
    }

    void tell(Facts.Builder facts, List<Unknown> unknowns) {
        try {
            file = Files.createFile(folder.resolve(prefix.concat("Aé")));
        } catch (InvalidPathException e) {
            unknowns.add(new Unknown("behaviour.*", Cause.NOT_SUPPORTED, "a JVM that can name files beyond ASCII"));
            return;
        } catch (IOException e) {
            unknowns.add(new Unknown("behaviour.*", Cause.NOT_PERMITTED, "the right to create a file in the folder"));
            return;
        }
        try {
            for (Spelling spelling : Spelling.values()) {
                String respelled = prefix.concat(spelling.other("Aé"));
                facts.put(spelling.fact(), spelling.answer(Files.exists(folder.resolve(respelled))));
            }
            facts.putFlag("behaviour.locks", locks());
            facts.put("behaviour.time_granularity", granularity());
            boolean moves = moves(prefix.concat("b"));
            facts.putFlag("behaviour.atomic_move", moves);
            if (moves) {
                facts.put("behaviour.colon_in_names", moves(prefix.concat("a:b")) ? "usable" : "refused");
                facts.put("behaviour.name_length", nameLength());
            } else {
                for (String fact : List.of("behaviour.colon_in_names", "behaviour.name_length")) {
                    unknowns.add(
                            new Unknown(fact, Cause.NOT_SUPPORTED, "a folder in which a file can be moved at once"));
                }
            }
        } finally {
            remove();
        }
    }

    private boolean locks() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private String granularity() {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000_001, NANOS)));
            Instant time = Files.getLastModifiedTime(file).toInstant();
            if (time.getNano() == 0) {
                return time.getEpochSecond() == 1_000_000_001 ? "seconds" : "more than a second";
            }
            return time.getNano() % 1_000_000 == 0
                    ? "milliseconds"
                    : time.getNano() % 1_000 == 0 ? "microseconds" : "nanoseconds";
        } catch (IOException e) {
            return "not set";
        }
    }

    private String nameLength() {
        int rest = LONGEST - prefix.length();
        if (!moves(prefix.concat("b".repeat(rest)))) {
            return "fewer than 255";
        }
        return moves(prefix.concat("é".repeat(rest))) ? "255 characters" : "255 bytes";
    }

    private boolean moves(String name) {
        try {
            file = Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // It stays, and its name tells whose it is.
        }
    }
}
