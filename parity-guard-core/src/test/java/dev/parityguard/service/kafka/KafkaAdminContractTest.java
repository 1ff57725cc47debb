package dev.parityguard.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.KafkaServer;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;

class KafkaAdminContractTest extends ProbeContract {
    private static final String PASSWORD = "c4nary-passw0rd";
    private static final String WRONG_PASSWORD = PASSWORD + "-wrong";

    private static KafkaServer server;

    @BeforeAll
    static void start() throws Exception {
        // The client writes all that it sends to its trace log, so an application that uses it has it there anyway.
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.INFO);
        server = started();
        // Loading the client alone may take longer than a test gives.
        try (Admin admin = admin("SASL_PLAINTEXT", "app", PASSWORD, server.port())) {
            Look.seen(Target.of(admin));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(null);
    }

    @Override
    protected ProbeProvider provider() {
        return new KafkaProvider();
    }

    @Override
    protected BackingServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return started();
    }

    @Override
    protected Target healthy(String host, int port) {
        return target("SASL_PLAINTEXT", "app", PASSWORD, port);
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target("SASL_PLAINTEXT", "app", WRONG_PASSWORD, port);
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        return target("SASL_PLAINTEXT", "least", PASSWORD, port);
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return target("SASL_SSL", "app", PASSWORD, port);
    }

    @Override
    protected Target lackingTls() {
        KafkaServer encrypted = closeAfterwards(KafkaServer.version("3.9").tls().start());
        return closedAtOnce(Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + encrypted.port())));
    }

    /** The connection that is cut is the first of two: what comes after it goes to the address that the broker names. */
    @Override
    protected void assertCut(Observation observation) throws Exception {
        if (observation instanceof Observed observed) {
            assertThat(observed.facts().value("product")).isEqualTo("kafka");
            assertThat(observed.unknowns()).isEmpty();
        } else {
            assertUnreachable(observation, Cause.UNREACHABLE, Cause.TIMED_OUT);
        }
    }

    @Override
    protected int connectionsOfTheHandle() {
        return 2;
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("kafka-");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    private Target target(String protocol, String user, String password, int port) {
        return closedAtOnce(admin(protocol, user, password, port));
    }

    /** Closing waits for what is still asked otherwise, which is a minute where nobody answers. */
    private Target closedAtOnce(Admin admin) {
        AutoCloseable closing = () -> admin.close(Duration.ZERO);
        closeAfterwards(closing);
        return Target.of(admin);
    }

    private static Admin admin(String protocol, String user, String password, int port) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                protocol,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";"));
    }

    private static KafkaServer started() {
        return KafkaServer.version("3.9").users(PASSWORD, "app", "least").start();
    }
}
