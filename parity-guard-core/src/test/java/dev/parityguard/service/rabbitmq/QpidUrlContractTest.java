package dev.parityguard.service.rabbitmq;

import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.QpidServer;
import dev.parityguard.target.Target;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Qpid Broker-J, since it comes as Maven artifacts. Its one user sees all that a connection tells. */
class QpidUrlContractTest extends ProbeContract {
    private static final String PASSWORD = "c4nary-passw0rd";
    private static QpidServer server;

    @BeforeAll
    static void start() throws Exception {
        server = QpidServer.start(PASSWORD);
        // Loading the client alone may take longer than a test gives.
        Look.seen(Target.url("amqp://guest:" + PASSWORD + "@127.0.0.1:" + server.port()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ProbeProvider provider() {
        return new RabbitmqProvider();
    }

    @Override
    protected BackingServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return QpidServer.start(PASSWORD);
    }

    @Override
    protected Target healthy(String host, int port) {
        return Target.url("amqp://guest:" + PASSWORD + "@" + host + ":" + port)
                .with("queues", "a,b,c,d,e,f,g,h,i,j,k,l")
                .with("exchanges", "amq.topic");
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return Target.url("amqp://guest:" + PASSWORD + "-wrong@" + host + ":" + port);
    }

    /** What is wanting here is the management API, which only RabbitMQ and its like have. */
    @Override
    protected Target leastPrivilege(String host, int port) {
        return Target.url("amqp://guest:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected boolean leastPrivilegeSeesAll() {
        return true;
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return Target.url("amqps://guest:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected Target lackingTls() {
        QpidServer encrypted = closeAfterwards(QpidServer.startWithTls(PASSWORD));
        return Target.url("amqp://guest:" + PASSWORD + "@127.0.0.1:" + encrypted.port());
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }
}
