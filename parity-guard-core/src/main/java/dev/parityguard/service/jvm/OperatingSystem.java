package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operating system as this process meets it. */
final class OperatingSystem {
    private static final String INTERPRETER = "proc/self/exe";
    private static final int HEAD_OF_EXECUTABLE = 4_096;

    private final Host host;

    OperatingSystem(Host host) {
        this.host = host;
    }

    void tell(Facts.Builder facts, List<Unknown> unknowns) {
        String type = type(host.property("os.name"));
        facts.put("os.type", type);
        facts.put("host.arch", architecture(host.property("os.arch")));
        if (!type.equals("linux")) {
            facts.put("os.name", type);
            facts.put("os.version", host.property("os.version"));
            return;
        }
        release(facts, unknowns);
        libc(facts, unknowns);
        user(facts, unknowns);
        mounts(facts, unknowns);
    }

    private static String type(@Nullable String name) {
        String lower = name == null ? "unknown" : name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mac") ? "darwin" : lower.startsWith("windows") ? "windows" : lower;
    }

    private static @Nullable String architecture(@Nullable String name) {
        return "x86_64".equals(name) ? "amd64" : name;
    }

    private void release(Facts.Builder facts, List<Unknown> unknowns) {
        String release = host.read("etc/os-release");
        if (release == null) {
            unknowns.add(new Unknown("os.*", Cause.NOT_SUPPORTED, "the file /etc/os-release"));
            return;
        }
        for (String line : release.split("\n", -1)) {
            if (line.startsWith("ID=")) {
                facts.put("os.name", unquoted(line.substring(3)));
            } else if (line.startsWith("VERSION_ID=")) {
                facts.put("os.version", unquoted(line.substring(11)));
            }
        }
    }

    private static String unquoted(String value) {
        return value.strip().replace("\"", "");
    }

    /** An executable names its own loader, which belongs to the C library. */
    private void libc(Facts.Builder facts, List<Unknown> unknowns) {
        String head = host.read(INTERPRETER, HEAD_OF_EXECUTABLE);
        if (head != null && head.contains("/ld-musl-")) {
            facts.put("libc", "musl");
        } else if (head != null && (head.contains("/ld-linux") || head.contains("/ld64.so"))) {
            facts.put("libc", "glibc");
        } else {
            Cause cause = head == null ? Cause.NOT_PERMITTED : Cause.NOT_SUPPORTED;
            unknowns.add(new Unknown("libc", cause, "the loader that /proc/self/exe names"));
        }
    }

    private void user(Facts.Builder facts, List<Unknown> unknowns) {
        String status = host.read("proc/self/status");
        int uids = status == null ? -1 : status.indexOf("\nUid:");
        if (status == null || uids < 0) {
            unknowns.add(new Unknown("runs_as_root", Cause.NOT_PERMITTED, "the file /proc/self/status"));
            return;
        }
        String[] ids = status.substring(uids + 5, status.indexOf('\n', uids + 1))
                .strip()
                .split("\\s+", -1);
        facts.putFlag("runs_as_root", ids.length > 1 && ids[1].equals("0"));
    }

    private void mounts(Facts.Builder facts, List<Unknown> unknowns) {
        String mounts = host.read("proc/self/mounts");
        if (mounts == null) {
            unknowns.add(new Unknown("file_system.*", Cause.NOT_PERMITTED, "the file /proc/self/mounts"));
            return;
        }
        facts.putFlag("file_system.root_is_read_only", has(mounts, "/", "ro"));
        String temporary = host.property("java.io.tmpdir");
        if (temporary != null) {
            facts.putFlag("file_system.tmp_is_executable", !has(mounts, temporary, "noexec"));
        }
    }

    /** Whether the last mount that holds the folder has the option. */
    private static boolean has(String mounts, String folder, String option) {
        String options = "";
        int longest = -1;
        for (String mount : mounts.split("\n", -1)) {
            String[] fields = mount.split(" ", -1);
            if (fields.length > 3 && fields[1].length() >= longest && holds(fields[1], folder)) {
                longest = fields[1].length();
                options = fields[3];
            }
        }
        return List.of(options.split(",", -1)).contains(option);
    }

    private static boolean holds(String mount, String folder) {
        return mount.equals("/")
                || (folder.startsWith(mount)
                        && (folder.length() == mount.length() || folder.charAt(mount.length()) == '/'));
    }
}
