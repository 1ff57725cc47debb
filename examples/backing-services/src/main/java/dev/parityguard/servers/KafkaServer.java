package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real Kafka of one broker, which is its own controller. */
public final class KafkaServer extends ProcessServer {

    private final String version;

    private KafkaServer(String version, int port, ServerProcess process) {
        super(port, process);
        this.version = version;
    }

    /** Begins the set-up of a server of this version: {@code 4} means the newest 4 that is installed. */
    public static Builder version(String version) {
        return new Builder(InstalledServers.find("kafka", version));
    }

    /** The server's own version, such as {@code 3.9.2}. */
    public String version() {
        return version;
    }

    /** The set-up of one server. Not for use by several threads. */
    public static final class Builder {
        private final InstalledServers.InstalledServer installed;
        private final Map<String, String> properties = new LinkedHashMap<>();
        private boolean tls;

        private Builder(InstalledServers.InstalledServer installed) {
            this.installed = installed;
            properties.put("process.roles", "broker,controller");
            properties.put("node.id", "1");
            properties.put("controller.listener.names", "CONTROLLER");
            properties.put("inter.broker.listener.name", "CLIENT");
            properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
            properties.put("offsets.topic.replication.factor", "1");
            properties.put("transaction.state.log.replication.factor", "1");
            properties.put("transaction.state.log.min.isr", "1");
        }

        /** Sets a property of the server's own configuration. */
        public Builder property(String key, String value) {
            properties.put(key, value);
            return this;
        }

        /**
         * Lets in only who logs in by SASL/PLAIN, and lets do only what an ACL allows; there is none but for the first user,
         * who may do everything.
         */
        public Builder users(String password, String superUser, String... others) {
            StringBuilder users = new StringBuilder();
            for (String user : others) {
                users.append(" user_")
                        .append(user)
                        .append("=\"")
                        .append(password)
                        .append('"');
            }
            return property("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                    .property("sasl.enabled.mechanisms", "PLAIN")
                    .property("sasl.mechanism.inter.broker.protocol", "PLAIN")
                    .property(
                            "listener.name.client.plain.sasl.jaas.config",
                            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + superUser
                                    + "\" password=\"" + password + "\" user_" + superUser + "=\"" + password + "\""
                                    + users
                                    + ";")
                    .property("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                    .property("super.users", "User:ANONYMOUS;User:" + superUser);
        }

        /** Speaks TLS only, with a self-signed certificate; clients need none. */
        public Builder tls() {
            tls = true;
            return property("listener.security.protocol.map", "CLIENT:SSL,CONTROLLER:PLAINTEXT");
        }

        /**
         * Starts the server and waits until it accepts connections.
         *
         * @throws ServerStartException if it does not; the message ends with what the server wrote
         */
        public KafkaServer start() {
            long begin = System.nanoTime();
            String name = "Kafka " + installed.version();
            Servers.starting(name);
            KafkaServer server = Loopback.onFreePort(port -> start(name, port));
            Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
            return server;
        }

        private KafkaServer start(String name, int port) throws IOException, InterruptedException {
            Path directory = Directories.temporary("kafka");
            int controller = Loopback.freePort();
            property("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
            property("advertised.listeners", "CLIENT://127.0.0.1:" + port);
            property("controller.quorum.voters", "1@127.0.0.1:" + controller);
            property("log.dirs", directory.resolve("data").toString());
            if (tls) {
                TlsFiles files = TlsFiles.create(directory);
                String pem = Files.readString(files.key()) + Files.readString(files.certificate());
                property("ssl.keystore.type", "PEM");
                property(
                        "ssl.keystore.location",
                        Files.writeString(directory.resolve("server.pem"), pem).toString());
                // Brokers talk to each other through the same listener, and this one has to trust itself.
                property("ssl.truststore.type", "PEM");
                property("ssl.truststore.location", files.certificate().toString());
                property("ssl.endpoint.identification.algorithm", "");
            }
            List<String> lines = properties.entrySet().stream()
                    .map(property -> property.getKey() + "=" + property.getValue())
                    .toList();
            Path file = Files.write(directory.resolve("server.properties"), lines);
            ServerProcess process = ServerProcess.start(
                    name,
                    "TERM",
                    directory,
                    Map.of(),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.io.tmpdir=" + directory,
                            "-cp",
                            InstalledServers.ownLocation() + System.getProperty("path.separator") + installed.path()
                                    + "/*",
                            KafkaLauncher.class.getName(),
                            file.toString()));
            try {
                process.await(() -> Loopback.accepts(port));
            } catch (IOException | InterruptedException | RuntimeException e) {
                process.close();
                throw e;
            }
            return new KafkaServer(installed.version(), port, process);
        }
    }
}
