package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The set-up of one {@link RedisServer}. Not for use by several threads. */
public final class RedisServerBuilder {

    private final InstalledServers.InstalledServer installed;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> configuration = new ArrayList<>();
    private boolean tls;
    private boolean cluster;

    RedisServerBuilder(InstalledServers.InstalledServer installed) {
        this.installed = installed;
    }

    /** Adds an argument with its values: {@code argument("--maxmemory-policy", "allkeys-lru")}. */
    public RedisServerBuilder argument(String name, String... values) {
        arguments.add(name);
        arguments.addAll(List.of(values));
        return this;
    }

    /**
     * Adds a line to the configuration file. Needed for what Redis does not take as an argument, such as
     * {@code user app on >secret ~* +@all -config}, or {@code rename-command CONFIG ""}.
     */
    public RedisServerBuilder configuration(String line) {
        configuration.add(line);
        return this;
    }

    /** Speaks TLS only, with a self-signed certificate; clients need none. */
    public RedisServerBuilder tls() {
        tls = true;
        return this;
    }

    /** Makes a cluster of this one node, which serves all slots. */
    public RedisServerBuilder cluster() {
        cluster = true;
        return argument("--cluster-enabled", "yes");
    }

    /** Makes a replica of another server. */
    public RedisServerBuilder replicaOf(RedisServer primary) {
        return argument("--slaveof", primary.host(), Integer.toString(primary.port()));
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws ServerStartException if it does not; the message ends with what the server wrote
     */
    public RedisServer start() {
        long begin = System.nanoTime();
        String name = "Redis " + installed.version();
        Servers.starting(name);
        RedisServer server = Loopback.onFreePort(port -> start(name, port));
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private RedisServer start(String name, int port) throws IOException, InterruptedException {
        Path binaries = DirectoryCache.get(
                "redis-" + installed.version(),
                target -> Archives.unpackExecutable(installed.path(), platform(), target.resolve("redis-server")));
        Path directory = Directories.temporary(RedisServer.ENGINE);
        Optional<TlsFiles> tlsFiles = tls ? Optional.of(TlsFiles.create(directory)) : Optional.empty();
        Path file = Files.write(directory.resolve("redis.conf"), configuration);

        List<String> command = new ArrayList<>();
        command.add(binaries.resolve("redis-server").toString());
        command.add(file.toString());
        // A dump that another version has left would keep this one from starting.
        command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", directory.toString()));
        command.addAll(List.of("--port", Integer.toString(tls ? 0 : port)));
        tlsFiles.ifPresent(files -> command.addAll(tlsArguments(files, port)));
        command.addAll(arguments);

        ServerProcess process = ServerProcess.start(name, "TERM", directory, Map.of(), command);
        try {
            process.await(() -> Loopback.accepts(port));
            if (cluster) {
                RedisCluster.assignAllSlots(process, port);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new RedisServer(installed.version(), port, process, tlsFiles);
    }

    private static List<String> tlsArguments(TlsFiles files, int port) {
        return List.of(
                "--tls-port", Integer.toString(port),
                "--tls-cert-file", files.certificate().toString(),
                "--tls-key-file", files.key().toString(),
                "--tls-ca-cert-file", files.certificate().toString(),
                "--tls-auth-clients", "no");
    }

    /** The oldest jars name what is for Linux on x86-64 by the version alone. */
    private static Pattern platform() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String suffix = (mac ? "-darwin" : "-linux") + (arm ? "-(arm64|aarch64)" : "-amd64");
        return Pattern.compile("redis-server-[0-9.]+(-v[0-9]+)?(" + suffix + (arm || mac ? ")" : ")?"));
    }
}
