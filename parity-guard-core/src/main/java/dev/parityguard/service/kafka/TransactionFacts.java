package dev.parityguard.service.kafka;

import dev.parityguard.fact.Unknown.Cause;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;

/** The log of transactions is made with the first one: then there have to be as many brokers as it wants replicas. */
final class TransactionFacts {
    private static final String FACT = "behaviour.transactions_can_start";

    private TransactionFacts() {}

    static void tell(Answer<Config> answer, Answer<TopicDescription> log, int brokers, FactSheet sheet) {
        Config settings = answer.value();
        Throwable refusal = answer.refusal();
        if (log.value() != null) {
            sheet.putFlag(FACT, true);
        } else if (refusal != null) {
            sheet.unknown(FACT, refusal, BrokerFacts.RIGHT);
        } else if (settings != null) {
            int replicas = Answer.number(settings, "transaction.state.log.replication.factor");
            if (replicas > 0) {
                sheet.putFlag(FACT, replicas <= brokers);
            } else {
                sheet.unknown(FACT, Cause.NOT_SUPPORTED, "transaction.state.log.replication.factor of the brokers");
            }
        }
    }
}
