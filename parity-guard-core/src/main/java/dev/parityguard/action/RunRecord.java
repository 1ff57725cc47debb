package dev.parityguard.action;

import dev.parityguard.fact.Fingerprint;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.RunLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Appends each run to a file, one line of JSON each, which holds the SHA-256 of the line before it: whoever changes or takes
 * out a line breaks the chain from there on. Several threads and processes may write one file; a file that another one holds
 * for longer than a second is an exception, which the guard logs.
 */
public final class RunRecord implements ReportAction {
    /** What the first line holds in place of a hash. */
    public static final String FIRST = "0".repeat(64);

    private static final int LONGEST_LINE = 1024 * 1024;
    private static final int TRIES = 100;

    private final Path file;

    /** Records to that file, which is created if need be. */
    public RunRecord(Path file) {
        this.file = file;
    }

    @Override
    public void accept(ParityReport report) {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            String last = lastLine(channel);
            String line = RunLine.of(report, last.isEmpty() ? FIRST : hash(last)) + "\n";
            channel.position(lock.channel().size());
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run could not be recorded: " + e.getClass().getSimpleName(), e);
        }
    }

    /**
     * The number of the first line, counted from 1, that does not hold the hash of the line before it; empty when the record
     * is whole. Lines that are missing at its end are not noticed: keep the newest hash elsewhere for that.
     */
    public static OptionalLong broken(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String previous = FIRST;
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.endsWith(",\"previous\":\"" + previous + "\"}")) {
                    return OptionalLong.of(number);
                }
                previous = hash(line);
                number++;
            }
            return OptionalLong.empty();
        }
    }

    private static String hash(String line) {
        return Fingerprint.of(line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another thread of this process: as with another process, wait.
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IOException("another one is writing to it");
    }

    /** The last line without its end; one that was cut off counts, and gets its end. */
    private static String lastLine(FileChannel channel) throws IOException {
        long size = channel.size();
        int length = (int) Math.min(size, LONGEST_LINE);
        ByteBuffer tail = ByteBuffer.allocate(length);
        while (tail.hasRemaining() && channel.read(tail, size - length + tail.position()) >= 0) {}
        String text = new String(tail.array(), 0, tail.position(), StandardCharsets.ISO_8859_1);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
            text += "\n";
        }
        return text.isEmpty() ? "" : text.substring(text.lastIndexOf('\n', text.length() - 2) + 1, text.length() - 1);
    }
}
