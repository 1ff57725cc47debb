package dev.parityguard.service.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Kafka does not tell its version; the newest version of the metadata that a broker supports gives the release away. */
final class Release {
    /** Release by its first level of {@code metadata.version}, as in MetadataVersion of Kafka 3.9.2 and 4.3.1. */
    private static final TreeMap<Integer, String> BY_FIRST_LEVEL = new TreeMap<>(Map.ofEntries(
            Map.entry(1, "3.0"),
            Map.entry(2, "3.1"),
            Map.entry(3, "3.2"),
            Map.entry(4, "3.3"),
            Map.entry(8, "3.4"),
            Map.entry(9, "3.5"),
            Map.entry(12, "3.6"),
            Map.entry(15, "3.7"),
            Map.entry(20, "3.8"),
            Map.entry(21, "3.9"),
            Map.entry(22, "4.0"),
            Map.entry(26, "4.1"),
            Map.entry(28, "4.2"),
            Map.entry(30, "4.3"),
            Map.entry(31, "4.4")));

    private Release() {}

    /** The release that supports the metadata up to that level, or null for a level that is not known here. */
    static @Nullable String of(int level) {
        Map.Entry<Integer, String> release = BY_FIRST_LEVEL.floorEntry(level);
        return release == null || level > BY_FIRST_LEVEL.lastKey() ? null : release.getValue();
    }
}
