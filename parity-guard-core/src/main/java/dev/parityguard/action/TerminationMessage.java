package dev.parityguard.action;

import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves the short form of a refusal where the container platform shows it to whoever describes the container. Does
 * nothing when the application starts, and nothing but a {@code DEBUG} line when the file cannot be written. Immutable.
 */
public final class TerminationMessage implements ReportAction {
    /** The most that Kubernetes keeps of one container, in bytes. */
    public static final int MAX_BYTES = 4096;

    /** The environment variable that names another file than Kubernetes' default. */
    public static final String VARIABLE = "PARITY_GUARD_TERMINATION_LOG";

    private static final Path KUBERNETES_DEFAULT = Path.of("/dev/termination-log");
    private static final Logger LOG = LoggerFactory.getLogger(LogReport.LOGGER);

    private final @Nullable String named;
    private final Path byDefault;

    /**
     * Writes to that file, which is created if need be; without a name to Kubernetes' default file, if it is there.
     *
     * @param named the value of {@value #VARIABLE}, or null
     */
    public TerminationMessage(@Nullable String named) {
        this(named, KUBERNETES_DEFAULT);
    }

    TerminationMessage(@Nullable String named, Path byDefault) {
        this.named = named;
        this.byDefault = byDefault;
    }

    @Override
    public void accept(ParityReport report) {
        if (!report.refuses()) {
            return;
        }
        try {
            if (named != null && !named.isBlank()) {
                write(Path.of(named.strip()), report);
            } else if (Files.isWritable(byDefault)) {
                write(byDefault, report);
            }
        } catch (IOException | RuntimeException e) {
            LOG.atDebug().log("the termination message could not be written: "
                    + e.getClass().getSimpleName());
        }
    }

    /** Only a file that is none of the system's own, such as a pipe, can be written without the risk of waiting. */
    private static void write(Path file, ParityReport report) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
        Files.write(
                file,
                bounded(ReportText.brief(report)),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** The text in UTF-8, cut between two characters where it is too long. */
    static byte[] bounded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_BYTES) {
            return bytes;
        }
        int end = MAX_BYTES;
        while ((bytes[end] & 0b1100_0000) == 0b1000_0000) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
