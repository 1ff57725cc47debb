package dev.parityguard.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.servers.KafkaServer;
import dev.parityguard.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaServersTest {
    @ParameterizedTest
    @CsvSource({"3.9, 21", "4.3, 30"})
    void serverThenTellsReleaseFeaturesSettingsAndTopics(String version, String metadata) throws Exception {
        try (KafkaServer server = KafkaServer.version(version).start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + server.port()))) {
            admin.createTopics(List.of(new NewTopic("orders", 3, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact", "retention.ms", "86400000"))))
                    .all()
                    .get();

            Observed byUrl =
                    Look.seen(Target.url("kafka://127.0.0.1:" + server.port()).with("topics", "orders, missing"));
            Observed byHandle = Look.seen(Target.of(admin).with("topics", "orders, missing"));

            assertThat(byHandle).isEqualTo(byUrl);
            assertThat(byUrl.unknowns()).isEmpty();
            Facts facts = byUrl.facts();
            assertThat(facts.value("product")).isEqualTo("kafka");
            assertThat(facts.value("version")).isEqualTo(version);
            assertThat(facts.value("feature.metadata.version")).isEqualTo(metadata);
            assertThat(facts.value("identity.cluster")).hasSize(64);
            assertThat(facts.value("setting.auto.create.topics.enable")).isEqualTo("true");
            assertThat(Objects.requireNonNull(facts.get("setting.auto.create.topics.enable"))
                            .source())
                    .isEqualTo("default");
            assertThat(facts.value("behaviour.transactions_can_start")).isEqualTo("yes");
            assertThat(facts.value("topic.orders")).isEqualTo("yes");
            assertThat(facts.value("topic_partitions.orders")).isEqualTo("3");
            assertThat(facts.value("topic_cleanup_policy.orders")).isEqualTo("compact");
            assertThat(facts.value("topic_retention_ms.orders")).isEqualTo("86400000");
            assertThat(Objects.requireNonNull(facts.get("topic_retention_ms.orders"))
                            .source())
                    .isEqualTo("topic");
            assertThat(facts.value("topic_max_message_bytes.orders")).isEqualTo("1048588");
            assertThat(facts.value("topic_timestamp_type.orders")).isEqualTo("CreateTime");
            assertThat(facts.value("behaviour.topic_takes_writes.orders")).isEqualTo("yes");
            assertThat(facts.get("topic.missing")).isNull();
            assertThat(facts.get("topic_retention_ms.missing")).isNull();
            assertThat(admin.listTopics().names().get()).isEqualTo(Set.of("orders"));
        }
    }

    @Test
    void userWithoutRightsThenIsToldWhichAreMissing() throws Exception {
        try (KafkaServer server =
                        KafkaServer.version("3.9").users("pw", "app", "least").start();
                Admin admin = Admin.create(Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + server.port(),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"least\""
                                + " password=\"pw\";"))) {
            Observed seen = Look.seen(Target.of(admin).with("topics", "orders"));

            assertThat(seen.facts().value("version")).isEqualTo("3.9");
            assertThat(seen.unknowns())
                    .allSatisfy(unknown -> assertThat(unknown.cause()).isEqualTo(Cause.NOT_PERMITTED))
                    .contains(
                            new Unknown("setting.*", Cause.NOT_PERMITTED, "DESCRIBE_CONFIGS on the cluster"),
                            new Unknown("topic.orders", Cause.NOT_PERMITTED, "DESCRIBE on the topic"),
                            new Unknown(
                                    "topic_cleanup_policy.orders",
                                    Cause.NOT_PERMITTED,
                                    "DESCRIBE_CONFIGS on the topic"));
        }
    }

    @Test
    void hostThatNobodyKnowsThenIsSaid() throws Exception {
        assertThat(Look.at(Target.url("kafka://no-such-host.invalid")))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).contains("host name"));
    }

    @Test
    void clientThatIsClosedThenIsSaid() throws Exception {
        Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
        admin.close();
        assertThat(Look.at(Target.of(admin)))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).contains("closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka://", "kafka://user:s3cret@host:9092", "kafka://host:9092/topic"})
    void urlThatIsNoneThenThatIsSaidWithoutIt(String url) throws Exception {
        assertThat(Look.at(Target.url(url)))
                .isInstanceOfSatisfying(
                        NotProbed.class,
                        notProbed -> assertThat(notProbed.reason())
                                .contains("kafka://host:port")
                                .doesNotContain("s3cret"));
    }

    /** Recorded: as the vendors document how they name clusters and hosts. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "redpanda.4d2b8a0c, 10.0.0.1, redpanda, -",
                "lkc-v2w5q, b0-pkc-1.eu-central-1.aws.confluent.cloud, confluent-cloud, -",
                "-, orders.servicebus.windows.net, azure-event-hubs, -",
                "q1Sh-9_pSp2eGq1OX5vqsg, b-1.orders.k3x0aq.c2.kafka.eu-west-1.amazonaws.com, kafka, amazon-msk",
                "q1Sh-9_pSp2eGq1OX5vqsg, kafka.example, kafka, -"
            })
    void namesOfClusterAndHostsThenTellTheProduct(String cluster, String host, String product, String hosting) {
        assertThat(Product.of(cluster, List.of(host))).isEqualTo(new Product(product, hosting));
    }

    @Test
    void releaseThatIsNotKnownHereThenIsNotGuessed() {
        assertThat(Release.of(0)).isNull();
        assertThat(Release.of(19)).isEqualTo("3.7");
        assertThat(Release.of(1_000)).isNull();
    }
}
