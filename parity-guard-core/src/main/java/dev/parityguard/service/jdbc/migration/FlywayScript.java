package dev.parityguard.service.jdbc.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A migration of Flyway's as a file of SQL.
 *
 * @param path with the location in front
 * @param version null for a repeatable one
 * @param baseline whether it stands for all versions up to its own
 * @param checksum as Flyway writes it into its history
 * @param placeholders whether it holds {@code ${…}}, which Flyway fills in before it sums up a repeatable one
 */
record FlywayScript(
        String path, @Nullable FlywayVersion version, boolean baseline, String checksum, boolean placeholders) {
    private static final Pattern FILE = Pattern.compile("(?:([VB])([0-9]+(?:[._][0-9]+)*)|R)(?:__.*)?\\.sql");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Reads a script, or null when the file is none by its name. */
    static @Nullable FlywayScript read(String path, InputStream content) throws IOException {
        Matcher file = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
        if (!file.matches()) {
            return null;
        }
        CRC32 checksum = new CRC32();
        boolean placeholders = false;
        BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        boolean first = true;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = first && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
            checksum.update(text.getBytes(StandardCharsets.UTF_8));
            placeholders |= text.contains("${");
            first = false;
        }
        String version = file.group(2);
        return new FlywayScript(
                path,
                version == null ? null : FlywayVersion.parse(version),
                "B".equals(file.group(1)),
                String.valueOf((int) checksum.getValue()),
                placeholders);
    }

    /** What the history calls it. */
    String name() {
        return version == null ? path.substring(path.lastIndexOf('/') + 1) : version.text();
    }
}
