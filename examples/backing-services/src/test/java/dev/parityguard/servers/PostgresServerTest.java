package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresServerTest {

    static Iterable<String> versions() {
        return PostgresServer.availableVersions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionStartsAnswersAndStopsWithoutATrace(String version) throws Exception {
        PostgresServer server =
                PostgresServer.version(version).setting("lock_timeout", "7s").start();
        Path data = server.dataDirectory();
        try (server) {
            assertThat(answer(server, "SHOW server_version")).startsWith(version);
            assertThat(answer(server, "SELECT setting || source FROM pg_settings WHERE name = 'lock_timeout'"))
                    .isEqualTo("7000configuration file");
        }
        assertThat(server.isRunning()).isFalse();
        assertThat(Loopback.accepts(server.port())).isFalse();
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void databaseHasIcuWhenInitdbWasToldSo() throws Exception {
        try (PostgresServer server = PostgresServer.version("16")
                .initdb("--locale-provider=icu", "--icu-locale=en-US")
                .start()) {
            assertThat(answer(server, "SELECT datlocprovider::text FROM pg_database WHERE datname = 'postgres'"))
                    .isEqualTo("i");
        }
    }

    @Test
    void secondServerWithTheSameInitdbTakesTheTemplate() throws Exception {
        try (PostgresServer first = PostgresServer.version("16").start();
                PostgresServer second = PostgresServer.version("16").start()) {
            assertThat(Files.getLastModifiedTime(first.dataDirectory().resolve("PG_VERSION")))
                    .isEqualTo(Files.getLastModifiedTime(second.dataDirectory().resolve("PG_VERSION")));
        }
    }

    @Test
    void roleNeedsItsPasswordWhenPasswordsAreRequired() throws Exception {
        try (PostgresServer server =
                PostgresServer.version("16").requirePassword().start()) {
            server.createRole("app", "right'word");
            server.createDatabase("orders");

            connect(server, "app", "right'word", "&sslmode=disable").close();
            assertThatThrownBy(() -> connect(server, "app", "wrong", "&sslmode=disable"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void roleNeedsTlsWhenThereIsNothingElse() throws Exception {
        try (PostgresServer server = PostgresServer.version("16").tlsOnly().start()) {
            server.createRole("app", "secret");
            server.createDatabase("orders");
            Path certificate = server.tls().orElseThrow().certificate();

            connect(server, "app", "secret", "&sslmode=verify-full&sslrootcert=" + certificate)
                    .close();
            assertThatThrownBy(() -> connect(server, "app", "secret", "&sslmode=disable"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no encryption");
        }
    }

    @Test
    void exceptionSaysWhatTheServerWroteWhenItDoesNotStart() {
        PostgresServerBuilder builder = PostgresServer.version("16").setting("no_such_setting", "1");

        assertThatThrownBy(builder::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("no_such_setting");
    }

    private static Connection connect(PostgresServer server, String user, String password, String options)
            throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + server.port() + "/orders?user=" + user
                + "&password=" + password + options);
    }

    static String answer(PostgresServer server, String query) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
