package dev.parityguard.service.jdbc.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Flyway's lines come to, read in the order in which they were written.
 *
 * @param applied by name
 * @param failed names of those that failed and were not repeated since
 * @param outOfOrder names of those that came after a higher version
 * @param head the highest version, or null
 * @param baseline the version up to which nothing is recorded, or null
 */
record FlywayHistory(
        Map<String, FlywayRow> applied,
        Set<String> failed,
        List<String> outOfOrder,
        @Nullable FlywayVersion head,
        @Nullable FlywayVersion baseline) {

    static FlywayHistory of(List<FlywayRow> rows) {
        Map<String, FlywayRow> applied = new LinkedHashMap<>();
        Set<String> failed = new TreeSet<>();
        for (FlywayRow row : rows) {
            if (row.takesBack()) {
                applied.remove(row.name());
            } else if (!row.success()) {
                failed.add(row.name());
            } else if (!row.isMark()) {
                failed.remove(row.name());
                applied.remove(row.name());
                applied.put(row.name(), row);
            }
        }
        List<String> outOfOrder = new ArrayList<>();
        FlywayVersion head = null;
        FlywayVersion baseline = null;
        for (FlywayRow row : applied.values()) {
            FlywayVersion version = row.version();
            if (version == null) {
                continue;
            }
            if (head == null || version.compareTo(head) > 0) {
                head = version;
            } else {
                outOfOrder.add(version.text());
            }
            baseline = row.isBaseline() ? version : baseline;
        }
        return new FlywayHistory(applied, failed, outOfOrder, head, baseline);
    }

    /** Whether a version is from before anything was recorded. */
    boolean isBeforeBaseline(FlywayVersion version) {
        return baseline != null && version.compareTo(baseline) <= 0;
    }
}
