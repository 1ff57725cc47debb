package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The set-up of one {@link RabbitmqServer}. Not for use by several threads. */
public final class RabbitmqServerBuilder {

    private static final String INSTALLED = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static final String LOCAL = "127.0.0.1";
    private static final String GUEST = """
            {"users": [{"name": "guest", "password": "guest", "tags": ["administrator"]}],
             "vhosts": [{"name": "/"}],
             "permissions": [{"user": "guest", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}]}""";

    private final List<String> plugins = new ArrayList<>(List.of("rabbitmq_management"));
    private String definitions = GUEST;
    private boolean tls;

    RabbitmqServerBuilder() {}

    /** Enables one more plugin. */
    public RabbitmqServerBuilder plugin(String name) {
        plugins.add(name);
        return this;
    }

    /** Users, permissions, policies, queues and exchanges, in RabbitMQ's own JSON format of definitions. */
    public RabbitmqServerBuilder definitions(String json) {
        definitions = json;
        return this;
    }

    /** Speaks TLS only, with a self-signed certificate. */
    public RabbitmqServerBuilder tls() {
        tls = true;
        return this;
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @throws ServerStartException if it does not; the message ends with what the server wrote
     */
    public RabbitmqServer start() {
        long begin = System.nanoTime();
        Servers.starting("RabbitMQ");
        RabbitmqServer server = Loopback.onFreePort(this::start);
        Servers.started("RabbitMQ", Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private RabbitmqServer start(int port) throws IOException, InterruptedException {
        int managementPort = Loopback.freePort();
        int mapperPort = Loopback.freePort();
        ServerProcess mapper = portMapper(mapperPort);
        ServerProcess server = null;
        try {
            Path directory = Directories.temporary("rabbitmq");
            write(directory, port, managementPort);
            server = ServerProcess.start(
                    "RabbitMQ",
                    "TERM",
                    directory,
                    environment(directory, mapperPort),
                    List.of(System.getProperty("parityguard.rabbitmq", INSTALLED)));
            server.await(() -> Loopback.accepts(port) && Loopback.accepts(managementPort));
            return new RabbitmqServer(port, managementPort, server, mapper);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (server != null) {
                server.close();
            }
            mapper.close();
            throw e;
        }
    }

    /** Erlang's own would be started in the background and outlive everything. */
    private static ServerProcess portMapper(int port) throws IOException, InterruptedException {
        ServerProcess mapper = ServerProcess.start(
                "epmd",
                "TERM",
                Directories.temporary("epmd"),
                Map.of(),
                List.of("epmd", "-port", Integer.toString(port), "-address", LOCAL));
        try {
            mapper.await(() -> Loopback.accepts(port));
            return mapper;
        } catch (IOException | InterruptedException | RuntimeException e) {
            mapper.close();
            throw e;
        }
    }

    private void write(Path directory, int port, int managementPort) throws IOException, InterruptedException {
        Path defined = Files.writeString(directory.resolve("definitions.json"), definitions);
        List<String> configuration = new ArrayList<>(List.of(
                "management.tcp.ip = " + LOCAL,
                "management.tcp.port = " + managementPort,
                "load_definitions = " + defined,
                "log.console = true",
                "log.file = false"));
        if (tls) {
            TlsFiles files = TlsFiles.create(directory);
            configuration.addAll(List.of(
                    "listeners.tcp = none",
                    "listeners.ssl.1 = " + LOCAL + ":" + port,
                    "ssl_options.certfile = " + files.certificate(),
                    "ssl_options.keyfile = " + files.key()));
        } else {
            configuration.add("listeners.tcp.1 = " + LOCAL + ":" + port);
        }
        Files.write(directory.resolve("rabbitmq.conf"), configuration);
        Files.writeString(directory.resolve("enabled_plugins"), plugins + ".");
    }

    private static Map<String, String> environment(Path directory, int mapperPort) {
        return Map.ofEntries(
                Map.entry("HOME", directory.toString()),
                Map.entry("ERL_EPMD_PORT", Integer.toString(mapperPort)),
                Map.entry("ERL_EPMD_ADDRESS", LOCAL),
                Map.entry("RABBITMQ_NODENAME", "rabbit@localhost"),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(Loopback.freePort())),
                Map.entry("RABBITMQ_MNESIA_BASE", directory.resolve("mnesia").toString()),
                Map.entry("RABBITMQ_LOG_BASE", directory.toString()),
                Map.entry("RABBITMQ_LOGS", "-"),
                Map.entry("RABBITMQ_CONF_ENV_FILE", directory.resolve("none").toString()),
                Map.entry(
                        "RABBITMQ_CONFIG_FILE",
                        directory.resolve("rabbitmq.conf").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        directory.resolve("enabled_plugins").toString()),
                // Without a shell in between that would have to pass signals on.
                Map.entry("RABBITMQ_ALLOW_INPUT", "1"),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-noinput +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"));
    }
}
