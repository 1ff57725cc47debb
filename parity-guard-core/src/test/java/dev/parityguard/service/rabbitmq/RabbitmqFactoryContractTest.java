package dev.parityguard.service.rabbitmq;

import com.rabbitmq.client.ConnectionFactory;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.RabbitmqServer;
import dev.parityguard.target.Target;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Needs RabbitMQ from the operating system's packages: run with the Maven profile {@code packages}. */
@Tag("packages")
class RabbitmqFactoryContractTest extends ProbeContract {
    private static final String PASSWORD = "c4nary-passw0rd";
    private static final String DEFINITIONS = """
            {"users": [{"name": "app", "password": "%1$s", "tags": ["administrator"]},
                       {"name": "least", "password": "%1$s", "tags": []}],
             "vhosts": [{"name": "/"}],
             "permissions": [{"user": "app", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"},
                             {"user": "least", "vhost": "/", "configure": "", "write": "", "read": ""}]}""".formatted(PASSWORD);
    private static RabbitmqServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RabbitmqServer.installed().definitions(DEFINITIONS).start();
        // Loading the client alone may take longer than a test gives, and so does a new server with its statistics.
        Look.untilNothingIsUnknown(target("app", PASSWORD, "127.0.0.1", server.port()));
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
        return RabbitmqServer.installed().definitions(DEFINITIONS).start();
    }

    @Override
    protected Target healthy(String host, int port) {
        return target("app", PASSWORD, host, port);
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target("app", PASSWORD + "-wrong", host, port);
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        return target("least", PASSWORD, host, port);
    }

    @Override
    protected Target demandingTls(String host, int port) {
        ConnectionFactory factory = factory("app", PASSWORD, host, port);
        try {
            factory.useSslProtocol(SSLContext.getDefault());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return Target.of(factory);
    }

    @Override
    protected Target lackingTls() {
        RabbitmqServer encrypted = closeAfterwards(
                RabbitmqServer.installed().definitions(DEFINITIONS).tls().start());
        return Target.of(factory("app", PASSWORD, "127.0.0.1", encrypted.port()));
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    /** The names make the conversation long enough to be cut. The management API is the shared server's. */
    private static Target target(String user, String password, String host, int port) {
        return Target.of(factory(user, password, host, port))
                .with("queues", "a,b,c,d,e,f,g,h,i,j,k,l")
                .with("management", "http://127.0.0.1:" + server.managementPort());
    }

    private static ConnectionFactory factory(String user, String password, String host, int port) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(host);
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        return factory;
    }
}
