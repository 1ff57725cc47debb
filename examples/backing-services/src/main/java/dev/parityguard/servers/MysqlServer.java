package dev.parityguard.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A real MySQL or MariaDB server. Its administrator {@code root} needs no password. */
public final class MysqlServer extends ProcessServer {

    /** The two products of the family. */
    public enum Product {
        MYSQL("MySQL"),
        MARIADB("MariaDB");

        private final String title;

        Product(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        String engine() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String name;
    private final String version;
    private final Optional<TlsFiles> tls;

    MysqlServer(String name, String version, int port, ServerProcess process, Optional<TlsFiles> tls) {
        super(port, process);
        this.name = name;
        this.version = version;
        this.tls = tls;
    }

    /** Begins the set-up of a MySQL of this version: {@code 8.0} means the newest 8.0 that is installed. */
    public static MysqlServerBuilder mysql(String version) {
        return of(Product.MYSQL, version);
    }

    /** Begins the set-up of a MariaDB of this version. */
    public static MysqlServerBuilder mariadb(String version) {
        return of(Product.MARIADB, version);
    }

    /** Begins the set-up of a server. */
    public static MysqlServerBuilder of(Product product, String version) {
        return new MysqlServerBuilder(product, InstalledServers.find(product.engine(), version));
    }

    /** The versions that are installed, oldest first. */
    public static List<String> availableVersions(Product product) {
        return InstalledServers.all(product.engine()).stream()
                .map(InstalledServers.InstalledServer::version)
                .toList();
    }

    /** The server's own version, such as {@code 10.11.5}. */
    public String version() {
        return version;
    }

    /** The certificate to trust and its key, where TLS is on. */
    public Optional<TlsFiles> tls() {
        return tls;
    }

    /** Runs statements one by one as administrator. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    /** Opens a connection as administrator. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://" + host() + ":" + port() + "/?user=root&sslMode="
                + (tls.isPresent() ? "trust" : "disable") + "&connectTimeout=10000");
    }
}
