package dev.parityguard.service.jdbc.migration;

import dev.parityguard.fact.Unknown.Cause;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Liquibase's history. */
final class Liquibase implements Ledger {
    private static final String FACTS = "migration.liquibase.";
    private static final Set<String> APPLIED = Set.of("EXECUTED", "RERAN", "MARK_RAN");

    /** What a checksum begins with: only checksums of one generation can be compared. */
    private static final List<String> GENERATIONS = List.of("7", "8", "9");

    @Override
    public String facts() {
        return FACTS + "*";
    }

    @Override
    public List<String> names() {
        return List.of("databasechangelog");
    }

    @Override
    public String property() {
        return "liquibase-table";
    }

    @Override
    public Set<String> columns() {
        return Set.of("id", "author", "filename", "orderexecuted", "exectype", "md5sum");
    }

    @Override
    public void read(TableReading reading, Told told) throws SQLException {
        Set<String> failed = new TreeSet<>();
        TreeMap<String, ChangeSet> applied = new TreeMap<>();
        for (@Nullable
        String[] row :
                reading.rows("orderexecuted", "id", "author", "filename", "exectype", "md5sum", "contexts", "labels")) {
            ChangeSet set = ChangeSet.of(row);
            if (APPLIED.contains(set.execution())) {
                applied.put(set.name(), set);
                failed.remove(set.name());
                told.head(FACTS + "head", set.name());
            } else if (set.execution().equals("FAILED")) {
                failed.add(set.name());
            }
        }
        tell(applied.values(), told);
        told.state(FACTS + "failed", Names.of(failed));
    }

    private static void tell(Collection<ChangeSet> applied, Told told) {
        Set<String> generations = new TreeSet<>();
        int unconditional = 0;
        for (ChangeSet set : applied) {
            String how = set.execution().equals("MARK_RAN") ? "marked as run" : "executed";
            told.migration(FACTS + (set.conditional() ? "conditional." : "applied.") + set.name(), how);
            unconditional += set.conditional() ? 0 : 1;
            String generation = set.generation();
            if (generation != null && set.checksum() != null) {
                generations.add(generation);
                told.migration(FACTS + "checksum." + generation + "." + set.name(), set.checksum());
            }
        }
        if (unconditional > 0) {
            told.head(FACTS + "change_sets", String.valueOf(unconditional));
        }
        for (String generation : GENERATIONS) {
            if (!generations.contains(generation)) {
                told.unseen(
                        FACTS + "checksum." + generation + ".*",
                        Cause.NOT_COMPARABLE,
                        "checksums of generation " + generation + ", which Liquibase has not written here");
            }
        }
    }
}
