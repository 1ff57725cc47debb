package dev.parityguard.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The set-up of one {@link SearchServer}. Not for use by several threads. */
public final class SearchServerBuilder {
    private static final int TIMEOUT_MILLIS = 1_000;
    /** Some need half a minute on two cores that have nothing else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int FEATURE_OF_OPENSEARCH_3 = 21;

    private final String engine;
    private final String name;
    private final InstalledServers.InstalledServer installed;
    private final Map<String, String> settings = new TreeMap<>(Map.of("node.name", "node"));
    private final List<String> withoutModules = new ArrayList<>();

    SearchServerBuilder(String engine, String title, String version) {
        this.engine = engine;
        this.installed = InstalledServers.find(engine, version);
        this.name = title + " " + installed.version();
    }

    /** Adds a setting, named as in the configuration file: {@code setting("action.auto_create_index", "false")}. */
    public SearchServerBuilder setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Leaves out a module that comes with the server, such as {@code analysis-common}, which holds most analyzers. */
    public SearchServerBuilder withoutModule(String module) {
        withoutModules.add(module);
        return this;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws ServerStartException if it does not; the message ends with what the server wrote
     */
    public SearchServer start() {
        long begin = System.nanoTime();
        Servers.starting(name);
        SearchServer server = Loopback.onFreePort(this::start);
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private SearchServer start(int port) throws IOException, InterruptedException {
        ServerUser user = user();
        Path home = home(user);
        Path directory = Directories.temporary(engine);
        Directories.copy(home.resolve("config"), directory.resolve("config"));
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        user.own(directory);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(
                home.resolve("bin").resolve(engine).toString(),
                "-Ediscovery.type=single-node",
                "-Enetwork.host=127.0.0.1",
                "-Ehttp.port=" + port,
                "-Etransport.port=" + Loopback.freePort(),
                "-Epath.data=" + directory.resolve("data"),
                "-Epath.logs=" + directory.resolve("logs"),
                // A machine whose disk is nearly full would make every index read-only.
                "-Ecluster.routing.allocation.disk.threshold_enabled=false"));
        if (engine.equals("elasticsearch") && !installed.version().startsWith("7.10")) {
            command.add("-Expack.security.enabled=false");
        }
        settings.forEach((key, value) -> command.add("-E" + key + "=" + value));
        ServerProcess process =
                ServerProcess.start(name, "TERM", directory, environment(directory, temporary), command);
        try {
            process.await(PATIENCE, () -> answers(port));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new SearchServer(installed.version(), port, process);
    }

    /** Elasticsearch 8.19 attaches an agent to itself, which does not work in a user namespace. */
    private ServerUser user() throws InterruptedException {
        List<ServerUser> usable = ServerUser.usable();
        boolean attaches = engine.equals("elasticsearch") && installed.version().startsWith("8.");
        return usable.get(attaches ? usable.size() - 1 : 0);
    }

    private Path home(ServerUser user) throws IOException, InterruptedException {
        String made = String.join(
                "-without-",
                Stream.concat(Stream.of(engine + "-" + installed.version()), withoutModules.stream())
                        .toList());
        return DirectoryCache.get(made, user, target -> {
            Archives.unpackFiles(installed.path(), Pattern.compile("[^/]+/(.*[^/])"), target);
            for (String empty : List.of("plugins", "logs")) {
                Files.createDirectories(target.resolve(empty));
            }
            for (String module : withoutModules) {
                Directories.delete(target.resolve("modules").resolve(module));
            }
        });
    }

    private Map<String, String> environment(Path directory, Path temporary) {
        String java = javaHome().toString();
        String options = "-Xms320m -Xmx320m -XX:TieredStopAtLevel=1";
        Map<String, String> environment = new TreeMap<>();
        environment.put("JAVA_HOME", java);
        environment.put("ES_JAVA_HOME", java);
        environment.put("ES_JAVA_OPTS", options);
        environment.put("ES_PATH_CONF", directory.resolve("config").toString());
        environment.put("ES_TMPDIR", temporary.toString());
        environment.put("OPENSEARCH_JAVA_HOME", java);
        environment.put("OPENSEARCH_JAVA_OPTS", options);
        environment.put("OPENSEARCH_PATH_CONF", directory.resolve("config").toString());
        environment.put("OPENSEARCH_TMPDIR", temporary.toString());
        return environment;
    }

    /** This JVM's own, or for a server that needs a newer one the newest that is installed beside it. */
    private Path javaHome() {
        Path own = Path.of(System.getProperty("java.home"));
        if (!name.startsWith("OpenSearch 3") || Runtime.version().feature() >= FEATURE_OF_OPENSEARCH_3) {
            return own;
        }
        return InstalledJdks.beside(own, FEATURE_OF_OPENSEARCH_3)
                .orElseThrow(() -> new ServerStartException(
                        name + " needs Java " + FEATURE_OF_OPENSEARCH_3 + ", and none is installed beside " + own));
    }

    /** Ready when a search could be answered; until then connections are refused, or answered with 503. */
    private static boolean answers(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/_cluster/health")
                            .toURL()
                            .openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
