package dev.parityguard.service.kafka;

import java.util.List;
import org.apache.kafka.clients.admin.Config;

/** Settings of a broker that change what clients meet. */
final class BrokerFacts {
    static final String RIGHT = "DESCRIBE_CONFIGS on the cluster";

    private static final List<String> SETTINGS = List.of(
            "auto.create.topics.enable",
            "compression.type",
            "delete.topic.enable",
            "group.max.session.timeout.ms",
            "group.min.session.timeout.ms",
            "log.message.timestamp.type",
            "message.max.bytes",
            "min.insync.replicas",
            "num.partitions",
            "offsets.retention.minutes",
            "transaction.max.timeout.ms",
            "unclean.leader.election.enable");

    private BrokerFacts() {}

    static void tell(Answer<Config> answer, FactSheet sheet) {
        Config settings = answer.value();
        Throwable refusal = answer.refusal();
        if (settings != null) {
            SETTINGS.forEach(name ->
                    sheet.put("setting." + name, Answer.setting(settings, name), Answer.source(settings, name)));
        } else if (refusal != null) {
            sheet.unknown("setting.*", refusal, RIGHT);
        }
    }
}
