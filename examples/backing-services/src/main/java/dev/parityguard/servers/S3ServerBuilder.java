package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The set-up of one {@link S3Server}. Not for use by several threads. */
public final class S3ServerBuilder {

    private final String name;
    private final InstalledServers.InstalledServer installed;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Launch launch;

    private S3ServerBuilder(String name, String engine, Launch launch) {
        this.installed = InstalledServers.find(engine, "");
        this.name = name + " " + installed.version();
        this.launch = launch;
    }

    static S3ServerBuilder s3proxy(S3Server.Backend backend) {
        return new S3ServerBuilder("S3Proxy", "s3proxy", S3ServerBuilder::s3proxyCommand)
                .property("s3proxy.authorization", "aws-v2-or-v4")
                .property("s3proxy.identity", S3Server.ACCESS_KEY)
                .property("s3proxy.credential", S3Server.SECRET_KEY)
                .property("jclouds.provider", backend.provider)
                .property("jclouds.identity", S3Server.ACCESS_KEY)
                .property("jclouds.credential", S3Server.SECRET_KEY);
    }

    static S3ServerBuilder s3mock() {
        return new S3ServerBuilder("S3Mock", "s3mock", S3ServerBuilder::s3mockCommand).property("server.port", "0");
    }

    static S3ServerBuilder localS3() {
        return new S3ServerBuilder("LocalS3", "local-s3", S3ServerBuilder::localS3Command);
    }

    /** Sets a property of the server's own configuration. */
    public S3ServerBuilder property(String key, String value) {
        properties.put(key, value);
        return this;
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @throws ServerStartException if it does not; the message ends with what the server wrote
     */
    public S3Server start() {
        long begin = System.nanoTime();
        Servers.starting(name);
        S3Server server = Loopback.onFreePort(this::start);
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private S3Server start(int port) throws IOException, InterruptedException {
        Path directory = Directories.temporary("s3");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + directory));
        command.addAll(launch.command(this, directory, port));
        ServerProcess process = ServerProcess.start(name, "TERM", directory, Map.of(), command);
        try {
            process.await(() -> Loopback.accepts(port));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new S3Server(port, process);
    }

    private List<String> s3proxyCommand(Path directory, int port) throws IOException {
        property("s3proxy.endpoint", "http://127.0.0.1:" + port);
        property(
                "jclouds.filesystem.basedir",
                Files.createDirectory(directory.resolve("objects")).toString());
        List<String> lines = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toList();
        Path file = Files.write(directory.resolve("s3proxy.properties"), lines);
        return List.of("-jar", installed.path().toString(), "--properties", file.toString());
    }

    private List<String> s3mockCommand(Path directory, int port) {
        property("http.port", Integer.toString(port));
        List<String> command = new ArrayList<>(List.of("-jar", installed.path().toString()));
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }

    private List<String> localS3Command(Path directory, int port) {
        String classPath =
                InstalledServers.ownLocation() + System.getProperty("path.separator") + installed.path() + "/*";
        return List.of("-cp", classPath, LocalS3Launcher.class.getName(), Integer.toString(port));
    }

    private interface Launch {
        List<String> command(S3ServerBuilder builder, Path directory, int port) throws IOException;
    }
}
