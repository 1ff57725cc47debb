package dev.parityguard.service.file;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at one folder. Writes one temporary file where the target allows it, and nothing otherwise. */
final class FolderProbe implements Probe {
    static final String KIND = "file";

    /** What is in memory, or in the layer of a container that goes with it. */
    private static final Set<String> PASSING = Set.of("aufs", "overlay", "overlayfs", "ramfs", "rootfs", "tmpfs");

    private final Path folder;

    FolderProbe(Path folder) {
        this.folder = folder;
    }

    @Override
    public Observation observe(ProbeContext context) {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder)
                    ? new Unreachable(Cause.UNREACHABLE, "what the target names is no folder")
                    : Files.notExists(folder)
                            ? new Unreachable(Cause.UNREACHABLE, "the folder that the target names does not exist")
                            : new Unreachable(Cause.NOT_PERMITTED, "the right to reach the folder");
        }
        Facts.Builder facts = Facts.builder();
        List<Unknown> unknowns = new ArrayList<>();
        store(facts, unknowns);
        facts.putFlag("writable", Files.isWritable(folder));
        if ("allowed".equals(context.property("write"))) {
            new TemporaryFile(folder).tell(facts, unknowns);
        } else {
            new ExistingNames(folder).tell(facts, unknowns);
            for (String fact : TemporaryFile.NEEDING_ONE) {
                unknowns.add(
                        new Unknown(fact, Cause.NOT_SUPPORTED, "the property write of the service has to be allowed"));
            }
        }
        return new Observed(KIND, facts.build(), unknowns);
    }

    private void store(Facts.Builder facts, List<Unknown> unknowns) {
        try {
            FileStore store = Files.getFileStore(folder);
            facts.put("product", store.type());
            facts.putFlag("survives_restart", !PASSING.contains(store.type()));
            facts.putFlag("posix_permissions", store.supportsFileAttributeView("posix"));
            facts.putFlag("user_attributes", store.supportsFileAttributeView("user"));
        } catch (IOException e) {
            facts.put("product", "folder");
            for (String fact : List.of("survives_restart", "posix_permissions", "user_attributes")) {
                unknowns.add(new Unknown(fact, Cause.UNREADABLE, "the mount that holds the folder"));
            }
        }
    }
}
