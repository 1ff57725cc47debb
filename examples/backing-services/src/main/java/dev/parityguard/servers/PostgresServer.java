package dev.parityguard.servers;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A real PostgreSQL server. Its superuser {@code postgres} needs no password; neither does any other role, unless
 * {@link PostgresServerBuilder#requirePassword()} was asked for.
 */
public final class PostgresServer extends ProcessServer {

    static final String ENGINE = "postgresql";
    static final String SUPERUSER = "postgres";

    private final String version;
    private final ServerProcess process;
    private final PostgresInstallation installation;
    private final Optional<TlsFiles> tls;

    PostgresServer(
            PostgresInstallation installation,
            String version,
            int port,
            ServerProcess process,
            Optional<TlsFiles> tls) {
        super(port, process);
        this.installation = installation;
        this.version = version;
        this.process = process;
        this.tls = tls;
    }

    /** Begins the set-up of a server of this version: {@code 16} means the newest 16 that is installed. */
    public static PostgresServerBuilder version(String version) {
        return new PostgresServerBuilder(InstalledServers.find(ENGINE, version));
    }

    /** The versions that are installed, oldest first. */
    public static List<String> availableVersions() {
        return InstalledServers.all(ENGINE).stream()
                .map(InstalledServers.InstalledServer::version)
                .toList();
    }

    /** The server's own version, such as {@code 16.15}. */
    public String version() {
        return version;
    }

    /** A JDBC URL for the superuser. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + encoded(database) + "?user=" + SUPERUSER;
    }

    /** A URL of the kind that platforms hand out: {@code postgresql://user:password@host:port/database}. */
    public String url(String user, String password, String database) {
        return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + host() + ":" + port() + "/"
                + encoded(database);
    }

    /** The certificate to trust and its key, where TLS is on. */
    public Optional<TlsFiles> tls() {
        return tls;
    }

    /** Creates an empty database that belongs to the superuser. */
    public void createDatabase(String name) {
        execute(SUPERUSER, "CREATE DATABASE " + quoted(name));
    }

    /** Creates a role that can log in. */
    public void createRole(String name, String password) {
        execute(SUPERUSER, "CREATE ROLE " + quoted(name) + " LOGIN PASSWORD '" + password.replace("'", "''") + "'");
    }

    /** Runs statements one by one as superuser, each in a transaction of its own. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL " + version + ": " + e.getMessage(), e);
        }
    }

    /** Opens a connection as superuser. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("sslmode", "disable");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /**
     * Starts a standby: a copy of this server that follows it and takes no writes. It has this server's configuration.
     *
     * @throws ServerStartException if it does not start; the message ends with what it wrote
     */
    public PostgresServer startStandby() {
        long begin = System.nanoTime();
        String name = "PostgreSQL " + version + " standby";
        Servers.starting(name);
        PostgresServer standby = Loopback.onFreePort(this::startStandby);
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return standby;
    }

    private PostgresServer startStandby(int standbyPort) throws IOException, InterruptedException {
        Path directory = Directories.temporary(ENGINE);
        Path data = PostgresInstallation.dataDirectory(directory);
        try (Connection connection = connect(SUPERUSER)) {
            installation.backUp(connection, dataDirectory(), data);
        } catch (SQLException e) {
            Directories.delete(directory);
            throw new ServerStartException("cannot copy PostgreSQL " + version, e);
        }
        String source = "host=" + host() + " port=" + port() + " user=" + SUPERUSER + " sslmode=disable";
        Files.write(
                data.resolve("postgresql.conf"),
                List.of("port = " + standbyPort, "primary_conninfo = '" + source + "'"),
                StandardOpenOption.APPEND);
        Optional<TlsFiles> copiedTls = tls.map(files -> files.movedTo(data));
        return new PostgresServer(installation, version, standbyPort, installation.start(directory), copiedTls);
    }

    @Override
    public void kill() {
        super.kill();
        SharedMemory.release(dataDirectory());
    }

    Path dataDirectory() {
        return PostgresInstallation.dataDirectory(process.directory());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
