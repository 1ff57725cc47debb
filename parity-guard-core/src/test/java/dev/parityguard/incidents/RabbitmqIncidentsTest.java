package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.report.Finding;
import dev.parityguard.servers.QpidServer;
import dev.parityguard.servers.RabbitmqServer;
import dev.parityguard.service.rabbitmq.RabbitmqProvider;
import dev.parityguard.target.Target;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs RabbitMQ from the operating system's packages: run with the Maven profile {@code packages}. */
@Tag("packages")
class RabbitmqIncidentsTest {
    private static final RabbitmqProvider PROVIDER = new RabbitmqProvider();
    private static final IncidentFixture FIXTURE = new IncidentFixture("rabbitmq", null, PROVIDER.catalogue());
    private static final String DEFINITIONS = """
            {"users": [{"name": "guest", "password": "guest", "tags": ["administrator"]}],
             "vhosts": [{"name": "/"}],
             "permissions": [{"user": "guest", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}],
             "global_parameters": [{"name": "cluster_name", "value": "%s"}],
             "queues": [{"name": "orders", "vhost": "/", "durable": true, "auto_delete": false,
                         "arguments": {"x-queue-type": "%s"}},
                        {"name": "mails", "vhost": "/", "durable": true, "auto_delete": false, "arguments": {}}],
             "policies": [{"vhost": "/", "name": "limits", "pattern": "^%s$", "apply-to": "queues", "priority": 1,
                           "definition": {"message-ttl": 60000}}]}""";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Observed production;
    private static Observed staging;

    @BeforeAll
    static void look() throws Exception {
        try (RabbitmqServer server = RabbitmqServer.installed()
                .plugin("rabbitmq_consistent_hash_exchange")
                .plugin("rabbitmq_prometheus")
                .definitions(DEFINITIONS.formatted("production", "quorum", "mails"))
                .start()) {
            production = look(server);
        }
        try (RabbitmqServer server = RabbitmqServer.installed()
                .definitions(DEFINITIONS.formatted("staging", "classic", "nothing"))
                .start()) {
            staging = look(server);
        }
    }

    @Test
    @Incident(value = "I50", fact = "rabbitmq.exchange_type.x-consistent-hash", severity = Severity.ERROR)
    void exchangeTypeWhenItsPluginIsNotEnabled() {
        FIXTURE.assertFinding(production, staging, "exchange_type.x-consistent-hash", Severity.ERROR);
    }

    @Test
    void policyThatOnlyProductionHasThenIsAnError() {
        FIXTURE.assertFinding(production, staging, "queue_policy.mails", Severity.ERROR);
    }

    @Test
    void queueOfAnotherTypeThenIsAnError() {
        FIXTURE.assertFinding(production, staging, "queue_type.orders", Severity.ERROR);
    }

    @Test
    @Incident("B07")
    void clustersAndPluginsForOperatorsThatDifferThenAgree() {
        assertThat(production.facts().value("identity.cluster"))
                .isNotNull()
                .isNotEqualTo(staging.facts().value("identity.cluster"));
        assertThat(FIXTURE.findings(production, staging))
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        "rabbitmq.exchange_type.x-consistent-hash",
                        "rabbitmq.queue_policy.mails",
                        "rabbitmq.queue_type.orders");
    }

    @Test
    void qpidInPlaceOfRabbitmqThenTheProductIsTheHeadline() throws Exception {
        try (QpidServer server = QpidServer.start("pw")) {
            Observed qpid = look(Target.url("amqp://guest:pw@127.0.0.1:" + server.port()));
            FIXTURE.assertFinding(production, qpid, "product", Severity.ERROR);
        }
    }

    /** What policies make of a new queue is told after some seconds. */
    private static Observed look(RabbitmqServer server) throws Exception {
        Target target = Target.url("amqp://127.0.0.1:" + server.port())
                .with("management", "http://127.0.0.1:" + server.managementPort())
                .with("queues", "orders, mails");
        long end = System.nanoTime() + PATIENCE.toNanos();
        Observed seen = look(target);
        while (!seen.unknowns().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            seen = look(target);
        }
        assertThat(seen.unknowns()).isEmpty();
        return seen;
    }

    private static Observed look(Target target) throws Exception {
        Observation observation =
                ProbeTrial.run(PROVIDER.probe(target), Duration.ofSeconds(20)).observation();
        assertThat(observation).isInstanceOf(Observed.class);
        return (Observed) observation;
    }
}
