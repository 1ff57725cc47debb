package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The set-up of one {@link MysqlServer}. Not for use by several threads. */
public final class MysqlServerBuilder {

    private final MysqlServer.Product product;
    private final InstalledServers.InstalledServer installed;
    private final List<String> settings = new ArrayList<>();
    private final List<String> initial = new ArrayList<>(List.of(
            "CREATE USER IF NOT EXISTS 'root'@'127.0.0.1';",
            "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;"));
    private String lowerCaseTableNames = "0";
    private boolean tls;

    MysqlServerBuilder(MysqlServer.Product product, InstalledServers.InstalledServer installed) {
        this.product = product;
        this.installed = installed;
    }

    /** Adds a setting, named as in the configuration file: {@code setting("sql_mode", "ANSI")}. */
    public MysqlServerBuilder setting(String name, String value) {
        settings.add("--" + name + "=" + value);
        return this;
    }

    /** How names of tables are kept and compared. Decided when the files of the server are made. */
    public MysqlServerBuilder lowerCaseTableNames(int value) {
        lowerCaseTableNames = Integer.toString(value);
        return this;
    }

    /** Creates a user that can log in from here, and nothing more. */
    public MysqlServerBuilder user(String name, String password) {
        initial.add("CREATE USER '" + name + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';");
        return this;
    }

    /** Offers TLS with a self-signed certificate, and refuses everybody without it. MySQL 5.7, MariaDB 10.5 and newer. */
    public MysqlServerBuilder tlsOnly() {
        tls = true;
        return setting("require_secure_transport", "ON");
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @throws ServerStartException if it does not; the message ends with what the server wrote
     */
    public MysqlServer start() {
        long begin = System.nanoTime();
        String name = product.title() + " " + installed.version();
        Servers.starting(name);
        MysqlServer server = Loopback.onFreePort(port -> start(name, port));
        Servers.started(name, Duration.ofNanos(System.nanoTime() - begin));
        return server;
    }

    private MysqlServer start(String name, int port) throws IOException, InterruptedException {
        MysqlInstallation installation = MysqlInstallation.of(product, installed);
        Path template = installation.template(lowerCaseTableNames);
        Path directory = Directories.temporary(product.engine());
        Directories.copy(template, directory.resolve("data"));
        // The server's identity: a copy has to find one of its own.
        Files.deleteIfExists(directory.resolve("data/auto.cnf"));
        Path initFile = Files.write(directory.resolve("init.sql"), initial);
        Optional<TlsFiles> tlsFiles = tls ? Optional.of(TlsFiles.create(directory)) : Optional.empty();

        List<String> command = installation.command(directory.resolve("data"), lowerCaseTableNames);
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + directory.resolve("socket"),
                "--pid-file=" + directory.resolve("pid"),
                "--init-file=" + initFile,
                "--skip-name-resolve",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=16M"));
        if (tlsFiles.isPresent()) {
            command.add("--ssl-cert=" + tlsFiles.get().certificate());
            command.add("--ssl-key=" + tlsFiles.get().key());
        } else {
            // MariaDB 11.4 would make a certificate of its own, which takes up to half a minute.
            command.add("--skip-ssl");
        }
        command.addAll(settings);
        ServerProcess process = ServerProcess.start(name, "TERM", directory, installation.environment(), command);
        try {
            process.await(() -> Loopback.accepts(port));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return new MysqlServer(name, installed.version(), port, process, tlsFiles);
    }
}
