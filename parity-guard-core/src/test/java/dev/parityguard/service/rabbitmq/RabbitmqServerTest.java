package dev.parityguard.service.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.RabbitmqServer;
import dev.parityguard.target.Target;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs RabbitMQ from the operating system's packages: run with the Maven profile {@code packages}. */
@Tag("packages")
class RabbitmqServerTest {
    private static RabbitmqServer server;

    @BeforeAll
    static void start() {
        server = RabbitmqServer.installed().definitions("""
                        {"users": [{"name": "guest", "password": "guest", "tags": ["administrator"]},
                                   {"name": "manager", "password": "pw", "tags": ["management"]},
                                   {"name": "monitor", "password": "pw", "tags": ["monitoring"]},
                                   {"name": "least", "password": "pw", "tags": []},
                                   {"name": "stranger", "password": "pw", "tags": []}],
                         "vhosts": [{"name": "/"}, {"name": "team/a"}],
                         "permissions": [
                           {"user": "guest", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"},
                           {"user": "guest", "vhost": "team/a", "configure": ".*", "write": ".*", "read": ".*"},
                           {"user": "manager", "vhost": "/", "configure": "", "write": "", "read": ""},
                           {"user": "monitor", "vhost": "/", "configure": "", "write": "", "read": ""},
                           {"user": "least", "vhost": "/", "configure": "", "write": "", "read": ""}],
                         "queues": [
                           {"name": "orders", "vhost": "/", "durable": true, "auto_delete": false,
                            "arguments": {"x-queue-type": "quorum", "x-dead-letter-exchange": "dead"}},
                           {"name": "plain", "vhost": "/", "durable": true, "auto_delete": false, "arguments": {}},
                           {"name": "only a", "vhost": "team/a", "durable": true, "auto_delete": false,
                            "arguments": {}}],
                         "exchanges": [
                           {"name": "events", "vhost": "/", "type": "topic", "durable": true, "auto_delete": false,
                            "internal": false, "arguments": {"alternate-exchange": "unrouted"}}],
                         "bindings": [
                           {"source": "events", "vhost": "/", "destination": "orders", "destination_type": "queue",
                            "routing_key": "order.#", "arguments": {}}],
                         "policies": [
                           {"vhost": "/", "name": "limits", "pattern": "^orders$", "apply-to": "queues", "priority": 1,
                            "definition": {"max-length": 1000, "overflow": "reject-publish"}}]}""").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void connectionThenTellsWhoAnswersAndWhatItCanDo() throws Exception {
        Facts facts = Look.seen(url("guest:guest", "")).facts();

        assertThat(facts.value("product")).isEqualTo("rabbitmq");
        assertThat(facts.value("version")).isEqualTo("3.10.8");
        assertThat(facts.value("platform")).startsWith("Erlang/OTP 25");
        assertThat(facts.value("capability.publisher_confirms")).isEqualTo("yes");
        assertThat(facts.value("capability.basic.nack")).isEqualTo("yes");
        assertThat(facts.value("setting.channel_max")).isEqualTo("2047");
        assertThat(facts.value("setting.heartbeat")).isEqualTo("60");
        assertThat(facts.value("tls")).isEqualTo("no");
        assertThat(facts.value("identity.cluster")).hasSize(64);
    }

    @Test
    void namedQueuesAndExchangesWhenSomeAreThereThenThoseAreFacts() throws Exception {
        Facts facts = Look.seen(url("least:pw", "")
                        .with("queues", "missing, orders, plain")
                        .with("exchanges", "events, nowhere"))
                .facts();

        assertThat(facts.value("queue.orders")).isEqualTo("yes");
        assertThat(facts.value("queue.plain")).isEqualTo("yes");
        assertThat(facts.value("exchange.events")).isEqualTo("yes");
        assertThat(facts.get("queue.missing")).isNull();
        assertThat(facts.get("exchange.nowhere")).isNull();
    }

    @Test
    void administratorOfTheManagementApiThenSeesEverything() throws Exception {
        Target target = url("guest:guest", "")
                .with("management", management(""))
                .with("queues", "orders, plain")
                .with("exchanges", "events");
        Facts facts = Look.untilNothingIsUnknown(target).facts();
        assertThat(facts.value("queue_type.orders")).isEqualTo("quorum");
        assertThat(facts.value("queue_declaration.orders"))
                .isEqualTo("auto_delete=false, durable=true, exclusive=false, x-dead-letter-exchange=dead");
        assertThat(facts.value("queue_policy.orders")).isEqualTo("max-length=1000, overflow=reject-publish");
        assertThat(facts.value("queue_policy.plain")).isEqualTo("none");
        assertThat(facts.value("queue_bindings.orders")).isEqualTo("events order.#");
        assertThat(facts.value("queue_bindings.plain")).isEqualTo("none");
        assertThat(facts.value("exchange_declaration.events"))
                .isEqualTo("alternate-exchange=unrouted, auto_delete=false, durable=true, internal=false, type=topic");
        assertThat(facts.value("exchange_type.topic")).isEqualTo("yes");
        assertThat(facts.value("plugin.rabbitmq_management")).isEqualTo("yes");
        assertThat(facts.value("feature_flag.quorum_queue")).isEqualTo("yes");
        assertThat(facts.value("default_queue_type")).isEqualTo("classic");
    }

    @Test
    void eachTagThatIsMissingThenIsNamed() throws Exception {
        Map<String, String> manager = missing("manager:pw");
        assertThat(manager).doesNotContainKey("exchange_type.*").doesNotContainKey("queue_type.orders");
        assertThat(manager.get("plugin.*")).contains("the tag monitoring");
        assertThat(manager.get("feature_flag.*")).contains("the tag administrator");

        Map<String, String> monitor = missing("monitor:pw");
        assertThat(monitor).doesNotContainKey("plugin.*");
        assertThat(monitor.get("default_queue_type")).contains("the tag administrator");

        Map<String, String> least = missing("least:pw");
        assertThat(least.get("queue_policy.orders")).contains("the tag management");
        assertThat(least.get("exchange_type.*")).contains("the tag management");
    }

    @Test
    void managementUrlWhenItSaysWhoAsksThenThatCounts() throws Exception {
        Look.untilNothingIsUnknown(url("least:pw", "").with("management", management("guest:guest@")));
    }

    @Test
    void managementWhenNobodyListensOrItCannotBeReadThenOnlyItsFactsAreUnknown() throws Exception {
        Observed refused = Look.seen(url("guest:guest", "").with("management", "http://127.0.0.1:1"));
        assertThat(refused.facts().value("version")).isNotNull();
        assertThat(refused.unknowns())
                .isNotEmpty()
                .allSatisfy(unknown -> assertThat(unknown.cause()).isEqualTo(Cause.UNREACHABLE));

        Observed unreadable = Look.seen(url("guest:guest", "").with("management", "guest:s3cret@host"));
        assertThat(unreadable.unknowns())
                .isNotEmpty()
                .allSatisfy(unknown -> assertThat(unknown.missing()).contains("http[s]://"))
                .noneMatch(unknown -> unknown.missing().contains("s3cret"));

        Observed otherPort = Look.seen(url("guest:guest", "").with("management", "http://127.0.0.1:" + server.port()));
        assertThat(otherPort.unknowns()).isNotEmpty().noneMatch(unknown -> unknown.cause() == Cause.NOT_PERMITTED);
    }

    @Test
    void virtualHostOfTheUrlThenIsTheOneThatIsLookedAt() throws Exception {
        Facts facts = Look.seen(url("guest:guest", "/team%2fa")
                        .with("management", management(""))
                        .with("queues", "only a, orders"))
                .facts();
        assertThat(facts.value("queue.only a")).isEqualTo("yes");
        assertThat(facts.value("queue_type.only a")).isEqualTo("classic");
        assertThat(facts.get("queue.orders")).isNull();
        assertThat(facts.get("queue_type.orders")).isNull();
    }

    @Test
    void virtualHostThatIsNotThereOrForOthersThenIsSaid() throws Exception {
        assertThat(Look.unreachable(url("guest:guest", "/nowhere")).reason()).contains("virtual host");
        assertThat(Look.unreachable(url("stranger:pw", "")).reason()).contains("virtual host");
    }

    @Test
    void connectionOfTheApplicationThenIsLookedThroughAndStaysAsItWas() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        try (FaultProxy proxy = FaultProxy.to(server)) {
            factory.setPort(proxy.port());
            Connection connection = factory.newConnection();
            try {
                Channel channel = connection.createChannel();
                Look.untilNothingIsUnknown(
                        url("guest:guest", "").with("queues", "orders").with("management", management("")));
                proxy.resetTraffic();
                Observed seen = Look.seen(Target.of(connection)
                        .with("queues", "missing, orders")
                        .with("management", management("guest:guest@")));

                assertThat(proxy.connectionsOpened()).isZero();
                assertThat(seen.facts().value("version")).isEqualTo("3.10.8");
                assertThat(seen.facts().value("queue.orders")).isEqualTo("yes");
                assertThat(seen.facts().value("queue_type.orders")).isEqualTo("quorum");
                assertThat(seen.facts().get("queue.missing")).isNull();
                assertThat(seen.unknowns()).extracting(Unknown::fact).containsExactly("tls");
                assertThat(connection.isOpen()).isTrue();
                assertThat(channel.isOpen()).isTrue();

                connection.close();
                assertThat(Look.unreachable(Target.of(connection)).reason()).contains("closed");
            } finally {
                connection.abort();
            }
        }
    }

    @Test
    void applicationsFactoryThenStaysAsItWas() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setPort(server.port());
        factory.useNio();
        int handshake = factory.getHandshakeTimeout();

        Look.seen(Target.of(factory));

        assertThat(factory.isAutomaticRecoveryEnabled()).isTrue();
        assertThat(factory.getHandshakeTimeout()).isEqualTo(handshake);
        try (Connection connection = factory.newConnection()) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    private static Map<String, String> missing(String userInfo) throws Exception {
        return Look.seen(url(userInfo, "").with("management", management("")).with("queues", "orders"))
                .unknowns()
                .stream()
                .filter(unknown -> unknown.cause() == Cause.NOT_PERMITTED)
                .collect(Collectors.toMap(Unknown::fact, Unknown::missing));
    }

    private static Target url(String userInfo, String vhost) {
        return Target.url("amqp://" + userInfo + "@127.0.0.1:" + server.port() + vhost);
    }

    private static String management(String userInfo) {
        return "http://" + userInfo + "127.0.0.1:" + server.managementPort();
    }
}
