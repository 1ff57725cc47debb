package dev.parityguard.service.kafka;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who answers, by the names that vendors give to clusters and hosts: the protocol has no word for it.
 *
 * @param name for example {@code kafka}
 * @param hosting the cloud service that runs it, or null
 */
record Product(String name, @Nullable String hosting) {

    static Product of(@Nullable String clusterId, Collection<String> hosts) {
        if (clusterId != null && clusterId.startsWith("redpanda.")) {
            return new Product("redpanda", null);
        }
        if ((clusterId != null && clusterId.startsWith("lkc-")) || anyEndsWith(hosts, ".confluent.cloud")) {
            return new Product("confluent-cloud", null);
        }
        if (anyEndsWith(hosts, ".servicebus.windows.net")) {
            return new Product("azure-event-hubs", null);
        }
        boolean msk = hosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .anyMatch(host -> host.contains(".kafka.") && host.endsWith(".amazonaws.com"));
        return new Product("kafka", msk ? "amazon-msk" : null);
    }

    private static boolean anyEndsWith(Collection<String> hosts, String end) {
        return hosts.stream().anyMatch(host -> host.toLowerCase(Locale.ROOT).endsWith(end));
    }
}
