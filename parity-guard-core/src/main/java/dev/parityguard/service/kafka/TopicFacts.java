package dev.parityguard.service.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether a named topic is there, and how. */
final class TopicFacts {
    /** Setting of a topic by the first part of its fact. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "topic_cleanup_policy", "cleanup.policy",
            "topic_compression_type", "compression.type",
            "topic_max_message_bytes", "max.message.bytes",
            "topic_min_insync_replicas", "min.insync.replicas",
            "topic_retention_bytes", "retention.bytes",
            "topic_retention_ms", "retention.ms",
            "topic_timestamp_type", "message.timestamp.type"));

    private TopicFacts() {}

    static void tell(String name, Answer<TopicDescription> described, Answer<Config> configured, FactSheet sheet) {
        String writes = "behaviour.topic_takes_writes." + name;
        TopicDescription topic = described.value();
        Throwable refusal = described.refusal();
        if (topic != null) {
            sheet.put("topic." + name, "yes");
            sheet.put("topic_partitions." + name, topic.partitions().size());
            sheet.put("topic_replicas." + name, replicas(topic));
        } else if (refusal != null) {
            for (String fact : List.of("topic." + name, "topic_partitions." + name, "topic_replicas." + name, writes)) {
                sheet.unknown(fact, refusal, "DESCRIBE on the topic");
            }
        }
        Config settings = configured.value();
        Throwable settingsRefusal = configured.refusal();
        if (settings != null) {
            SETTINGS.forEach((fact, setting) ->
                    sheet.put(fact + "." + name, Answer.setting(settings, setting), Answer.source(settings, setting)));
        } else if (settingsRefusal != null) {
            SETTINGS.keySet()
                    .forEach(
                            fact -> sheet.unknown(fact + "." + name, settingsRefusal, "DESCRIBE_CONFIGS on the topic"));
            sheet.unknown(writes, settingsRefusal, "DESCRIBE_CONFIGS on the topic");
        }
        // With acks=all, the default of producers since 3.0, a write waits for as many replicas as are demanded.
        if (topic != null && settings != null) {
            sheet.putFlag(writes, Answer.number(settings, "min.insync.replicas") <= replicas(topic));
        }
    }

    private static int replicas(TopicDescription topic) {
        return topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }
}
