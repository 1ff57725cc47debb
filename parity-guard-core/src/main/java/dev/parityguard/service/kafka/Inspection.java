package dev.parityguard.service.kafka;

import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Asks about cluster, features and topics at once, and then for the settings of a broker that the first answer names. A
 * question that nobody waits for any more ends with its own time limit.
 */
final class Inspection {
    private static final String TRANSACTIONS = "__transaction_state";

    private final Admin admin;
    private final int millis;
    private final Deadline within;

    Inspection(Admin admin, Deadline deadline) {
        this.admin = admin;
        // What the client finds in its way has to be told before the deadline of the run.
        this.millis = Math.max(1, deadline.remainingMillis() / 10 * 9);
        this.within = Deadline.in(Duration.ofMillis(millis));
    }

    Observed of(List<String> topics) throws ExecutionException, InterruptedException, TimeoutException {
        DescribeClusterResult cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis));
        KafkaFuture<FeatureMetadata> features = admin.describeFeatures(new DescribeFeaturesOptions().timeoutMs(millis))
                .featureMetadata();
        Map<String, KafkaFuture<TopicDescription>> described = describe(topics);
        KafkaFuture<TopicDescription> transactions = only(describe(List.of(TRANSACTIONS)));
        Map<String, KafkaFuture<Config>> configured = configurations(ConfigResource.Type.TOPIC, topics);

        Collection<Node> nodes = get(cluster.nodes());
        String clusterId = get(cluster.clusterId());
        String broker = nodes.stream()
                .map(Node::id)
                .min(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalArgumentException("a cluster without brokers"));
        Answer<Config> settings = answer(only(configurations(ConfigResource.Type.BROKER, List.of(broker))));

        FactSheet sheet = new FactSheet();
        Product product = Product.of(clusterId, nodes.stream().map(Node::host).toList());
        sheet.put("product", product.name());
        sheet.put("hosting", product.hosting());
        sheet.put("identity.cluster", clusterId == null ? null : Fingerprint.of(clusterId));
        FeatureFacts.tell(answer(features), sheet);
        BrokerFacts.tell(settings, sheet);
        TransactionFacts.tell(settings, answer(transactions), nodes.size(), sheet);
        for (String topic : topics) {
            TopicFacts.tell(topic, answer(named(topic, described)), answer(named(topic, configured)), sheet);
        }
        return sheet.observed();
    }

    private Map<String, KafkaFuture<TopicDescription>> describe(List<String> topics) {
        return admin.describeTopics(topics, new DescribeTopicsOptions().timeoutMs(millis))
                .topicNameValues();
    }

    private Map<String, KafkaFuture<Config>> configurations(ConfigResource.Type type, List<String> names) {
        Map<String, KafkaFuture<Config>> byName = new LinkedHashMap<>();
        admin.describeConfigs(
                        names.stream()
                                .map(name -> new ConfigResource(type, name))
                                .toList(),
                        new DescribeConfigsOptions().timeoutMs(millis))
                .values()
                .forEach((resource, future) -> byName.put(resource.name(), future));
        return byName;
    }

    private static <T> KafkaFuture<T> only(Map<String, KafkaFuture<T>> futures) {
        return futures.values().iterator().next();
    }

    private static <T> KafkaFuture<T> named(String name, Map<String, KafkaFuture<T>> futures) {
        return Objects.requireNonNull(futures.get(name), name);
    }

    private <T> Answer<T> answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return new Answer<>(get(future), null);
        } catch (ExecutionException e) {
            return new Answer<>(null, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return new Answer<>(null, e);
        }
    }

    private <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(within.remainingMillis() + 1L, TimeUnit.MILLISECONDS);
    }
}
