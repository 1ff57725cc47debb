package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the container around this process grants, and which image it was made from. */
final class Container {
    private static final String IMAGE_TAGS = "container.image.tags";
    private static final String IMAGE_DIGESTS = "container.image.repo_digests";

    private final Host host;

    Container(Host host) {
        this.host = host;
    }

    /** Tells of the image that is named, or else of the one in OpenTelemetry's resource attributes. */
    void tell(@Nullable String image, Facts.Builder facts, List<Unknown> unknowns) {
        String name = host.property("os.name");
        String groups = host.read("proc/self/cgroup");
        if (groups != null) {
            facts.putFlag("heap_exceeds_limit", host.maxHeap() > limit(groups));
        } else if ("Linux".equals(name)) {
            unknowns.add(new Unknown("heap_exceeds_limit", Cause.NOT_PERMITTED, "the file /proc/self/cgroup"));
        }
        image(image == null ? attributes() : image, facts);
    }

    /** The lowest limit of memory above this process, in both versions of control groups. */
    private long limit(String groups) {
        long limit = Long.MAX_VALUE;
        for (String line : groups.split("\n", -1)) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3 && fields[0].equals("0") && fields[1].isEmpty()) {
                limit = Math.min(limit, limit("sys/fs/cgroup", fields[2], "memory.max"));
            } else if (fields.length == 3 && List.of(fields[1].split(",", -1)).contains("memory")) {
                limit = Math.min(limit, limit("sys/fs/cgroup/memory", fields[2], "memory.limit_in_bytes"));
            }
        }
        return limit;
    }

    private long limit(String mounted, String group, String file) {
        StringBuilder folder = new StringBuilder(mounted).append('/');
        long limit = bytes(host.read(folder.toString().concat(file)));
        for (String name : group.split("/", -1)) {
            if (!name.isEmpty()) {
                folder.append(name).append('/');
                limit = Math.min(limit, bytes(host.read(folder.toString().concat(file))));
            }
        }
        return limit;
    }

    private static long bytes(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        boolean limited = !digits.isEmpty() && digits.length() < 19 && Character.isDigit(digits.charAt(0));
        return limited ? Long.parseLong(digits) : Long.MAX_VALUE;
    }

    private @Nullable String attributes() {
        String attributes = host.environment().get("OTEL_RESOURCE_ATTRIBUTES");
        String tag = null;
        for (String attribute : attributes == null ? new String[0] : attributes.split(",", -1)) {
            String[] pair = attribute.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals(IMAGE_DIGESTS)) {
                return pair[1];
            }
            if (pair.length == 2 && pair[0].equals(IMAGE_TAGS)) {
                tag = ":".concat(pair[1]);
            }
        }
        return tag;
    }

    /** A reference is {@code registry:port/name:tag@digest}; registry and name are nobody's business. */
    private static void image(@Nullable String reference, Facts.Builder facts) {
        if (reference == null || reference.isBlank()) {
            return;
        }
        int at = reference.indexOf('@');
        String named = at < 0 ? reference : reference.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String tag = colon < 0 ? null : named.substring(colon + 1);
        facts.put("image.tag", tag);
        facts.put("image.digest", at < 0 ? null : reference.substring(at + 1));
        facts.putFlag("image.floats", at < 0 && (tag == null || tag.equals("latest")));
    }
}
