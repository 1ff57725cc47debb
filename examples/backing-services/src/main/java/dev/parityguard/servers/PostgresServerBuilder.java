package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The set-up of one {@link PostgresServer}. Not for use by several threads. */
public final class PostgresServerBuilder {

    private final InstalledServers.InstalledServer installed;
    private final List<String> initdbArguments = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String method = "trust";
    private @Nullable ServerUser user;
    private boolean tls;
    private boolean tlsOnly;

    PostgresServerBuilder(InstalledServers.InstalledServer installed) {
        this.installed = installed;
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "40");
        settings.put("shared_buffers", "16MB");
        settings.put("fsync", "off");
    }

    /** Adds arguments for {@code initdb}. Without any the cluster has encoding UTF8 and locale C.UTF-8. */
    public PostgresServerBuilder initdb(String... arguments) {
        initdbArguments.addAll(List.of(arguments));
        return this;
    }

    /** Writes a setting into {@code postgresql.conf}. */
    public PostgresServerBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Demands a password (SCRAM) of everybody but the superuser. */
    public PostgresServerBuilder requirePassword() {
        method = "scram-sha-256";
        settings.put("password_encryption", "scram-sha-256");
        return this;
    }

    /** Offers TLS with a self-signed certificate. */
    public PostgresServerBuilder tls() {
        tls = true;
        return this;
    }

    /** Offers TLS, and refuses everybody without it but the superuser. */
    public PostgresServerBuilder tlsOnly() {
        tlsOnly = true;
        return tls();
    }

    PostgresServerBuilder runAs(ServerUser chosen) {
        user = chosen;
        return this;
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @throws ServerStartException if it does not; the message ends with what the server wrote
     */
    public PostgresServer start() {
        long begin = System.nanoTime();
        String name = "PostgreSQL " + installed.version();
        Servers.starting(name);
        PostgresServer server = Loopback.onFreePort(this::start);
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private PostgresServer start(int port) throws IOException, InterruptedException {
        PostgresInstallation installation =
                PostgresInstallation.of(installed, user != null ? user : ServerUser.current());
        Path template = installation.template(initdbArguments);
        Path directory = Directories.temporary(PostgresServer.ENGINE);
        Path data = PostgresInstallation.dataDirectory(directory);
        Directories.copy(template, data);
        Optional<TlsFiles> tlsFiles = tls ? Optional.of(TlsFiles.create(data)) : Optional.empty();
        settings.put("port", Integer.toString(port));
        tlsFiles.ifPresent(files -> settings.put("ssl", "on"));
        appendSettings(data.resolve("postgresql.conf"));
        Files.write(data.resolve("pg_hba.conf"), hostBasedAuthentication());
        ServerProcess process = installation.start(directory);
        return new PostgresServer(installation, installed.version(), port, process, tlsFiles);
    }

    private void appendSettings(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + " = '" + value.replace("'", "''") + "'"));
        Files.write(file, lines, StandardOpenOption.APPEND);
    }

    private List<String> hostBasedAuthentication() {
        return List.of(
                "host all " + PostgresServer.SUPERUSER + " 127.0.0.1/32 trust",
                "host replication " + PostgresServer.SUPERUSER + " 127.0.0.1/32 trust",
                (tlsOnly ? "hostssl" : "host") + " all all 127.0.0.1/32 " + method);
    }
}
