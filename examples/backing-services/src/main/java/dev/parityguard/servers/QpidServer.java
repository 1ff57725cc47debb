package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Qpid Broker-J, which speaks AMQP 0-9-1 like RabbitMQ. Its one user is {@code guest}. */
public final class QpidServer extends ProcessServer {

    private static final String CONFIGURATION = """
            {"name": "broker", "modelVersion": "9.0",
             "authenticationproviders": [{"name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
               "users": [{"name": "guest", "password": "%s", "type": "managed"}]}],
             "keystores": [%s],
             "ports": [{"name": "AMQP", "port": "%d", "bindingAddress": "127.0.0.1", %s
               "authenticationProvider": "plain", "protocols": ["AMQP_0_9_1"],
               "virtualhostaliases": [{"name": "defaultAlias", "type": "defaultAlias"}]}],
             "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
               "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"}]}""";

    private static final String KEY_STORE = """
            {"name": "tls", "type": "NonJavaKeyStore", "privateKeyUrl": "%s", "certificateUrl": "%s"}""";

    private final String version;

    private QpidServer(String version, int port, ServerProcess process) {
        super(port, process);
        this.version = version;
    }

    /**
     * Starts it and waits until it accepts connections.
     *
     * @throws ServerStartException if it does not; the message ends with what it wrote
     */
    public static QpidServer start(String password) {
        return start(password, false);
    }

    /** Like {@link #start(String)}, speaking TLS only, with a self-signed certificate. */
    public static QpidServer startWithTls(String password) {
        return start(password, true);
    }

    private static QpidServer start(String password, boolean tls) {
        InstalledServers.InstalledServer installed = InstalledServers.find("qpid", "");
        long begin = System.nanoTime();
        String name = "Qpid " + installed.version();
        Servers.starting(name);
        QpidServer server = Loopback.onFreePort(port -> start(installed, name, port, password, tls));
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private static QpidServer start(
            InstalledServers.InstalledServer installed, String name, int port, String password, boolean tls)
            throws IOException, InterruptedException {
        Path directory = Directories.temporary("qpid");
        Path configuration =
                Files.writeString(directory.resolve("initial.json"), configuration(directory, port, password, tls));
        ServerProcess process = ServerProcess.start(
                name,
                "TERM",
                directory,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dqpid.work_dir=" + directory,
                        "-cp",
                        InstalledServers.ownLocation() + System.getProperty("path.separator") + installed.path() + "/*",
                        QpidLauncher.class.getName(),
                        configuration.toUri().toString()));
        try {
            process.await(() -> Files.readString(process.log()).contains(QpidLauncher.STARTED));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new QpidServer(installed.version(), port, process);
    }

    private static String configuration(Path directory, int port, String password, boolean tls)
            throws IOException, InterruptedException {
        if (!tls) {
            return CONFIGURATION.formatted(password, "", port, "");
        }
        TlsFiles files = TlsFiles.create(directory);
        String keyStore =
                KEY_STORE.formatted(files.key().toUri(), files.certificate().toUri());
        return CONFIGURATION.formatted(password, keyStore, port, "\"transports\": [\"SSL\"], \"keyStore\": \"tls\",");
    }

    /** The server's own version, such as {@code 10.1.0}. */
    public String version() {
        return version;
    }
}
