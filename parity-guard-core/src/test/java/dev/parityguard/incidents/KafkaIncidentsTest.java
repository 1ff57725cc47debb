package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.report.Finding;
import dev.parityguard.servers.KafkaServer;
import dev.parityguard.service.kafka.KafkaProvider;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaIncidentsTest {
    private static final KafkaProvider PROVIDER = new KafkaProvider();
    private static final IncidentFixture FIXTURE = new IncidentFixture("kafka", null, PROVIDER.catalogue());

    private static Observed one;
    private static Observed other;

    @BeforeAll
    static void look() throws Exception {
        try (KafkaServer server = KafkaServer.version("3.9").start()) {
            one = look(server, "1");
        }
        try (KafkaServer server = KafkaServer.version("3.9")
                .property("auto.create.topics.enable", "false")
                .property("transaction.state.log.replication.factor", "3")
                .property("num.partitions", "6")
                .start()) {
            other = look(server, "2");
        }
    }

    @Test
    @Incident(value = "I51", fact = "kafka.setting.auto.create.topics.enable", severity = Severity.ERROR)
    void topicsWhenTheBrokerDoesNotCreateThemOnFirstUse() {
        FIXTURE.assertFinding(one, other, "setting.auto.create.topics.enable", Severity.ERROR);
    }

    @Test
    @Incident(value = "I52", fact = "kafka.behaviour.topic_takes_writes.orders", severity = Severity.ERROR)
    void topicWhenItDemandsMoreReplicasThanItHas() {
        FIXTURE.assertFinding(one, other, "behaviour.topic_takes_writes.orders", Severity.ERROR);
        assertThat(FIXTURE.findingsWithoutProfile(other))
                .extracting(Finding::id, Finding::severity)
                .containsExactlyInAnyOrder(
                        tuple("kafka.behaviour.topic_takes_writes.orders", Severity.ERROR),
                        tuple("kafka.behaviour.transactions_can_start", Severity.WARNING));
    }

    @Test
    @Incident(value = "I53", fact = "kafka.behaviour.transactions_can_start", severity = Severity.ERROR)
    void transactionsWhenTheirLogWantsMoreReplicasThanThereAreBrokers() {
        FIXTURE.assertFinding(one, other, "behaviour.transactions_can_start", Severity.ERROR);
    }

    @Test
    @Incident("B07")
    void clustersThatDifferInIdentityAndTuningThenAgree() {
        assertThat(one.facts().value("identity.cluster"))
                .isNotNull()
                .isNotEqualTo(other.facts().value("identity.cluster"));
        assertThat(FIXTURE.findings(one, other))
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        "kafka.setting.auto.create.topics.enable",
                        "kafka.behaviour.topic_takes_writes.orders",
                        "kafka.behaviour.transactions_can_start");
    }

    private static Observed look(KafkaServer server, String demanded) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + server.port()))) {
            admin.createTopics(List.of(
                            new NewTopic("orders", 3, (short) 1).configs(Map.of("min.insync.replicas", demanded))))
                    .all()
                    .get();
            return (Observed)
                    ProbeTrial.run(PROVIDER.probe(Target.of(admin).with("topics", "orders")), Duration.ofSeconds(20))
                            .observation();
        }
    }
}
