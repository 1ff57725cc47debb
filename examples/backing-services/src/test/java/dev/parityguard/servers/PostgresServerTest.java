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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The functions that make a backup were renamed in version 15. */
    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void standbyFollowsAndTakesNoWrites(String version) throws Exception {
        try (PostgresServer primary = PostgresServer.version(version).start()) {
            primary.execute("postgres", "CREATE TABLE before_copy (id int)");
            try (PostgresServer standby = primary.startStandby()) {
                assertThat(answer(standby, "SELECT pg_is_in_recovery()::text")).isEqualTo("true");
                primary.execute("postgres", "CREATE TABLE after_copy (id int)");
                Eventually.isTrue(
                        () -> "2".equals(answer(standby, "SELECT count(*) FROM pg_tables WHERE tablename ~ '_copy'")));
                assertThatThrownBy(() -> standby.execute("postgres", "CREATE TABLE mine (id int)"))
                        .hasMessageContaining("read-only transaction");
            }
        }
    }

    static List<ServerUser> users() throws InterruptedException {
        return ServerUser.usable();
    }

    @ParameterizedTest
    @MethodSource("users")
    void serverRunsInEveryWayThatThisUserHas(ServerUser user) throws Exception {
        try (PostgresServer server =
                PostgresServer.version("16").runAs(user).tls().start()) {
            assertThat(answer(server, "SHOW ssl")).isEqualTo("on");
        }
    }

    @Test
    void connectionBreaksAndNoSharedMemoryStaysWhenServerIsKilled() throws Exception {
        try (PostgresServer server = PostgresServer.version("16").start();
                Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            String segment = Files.readAllLines(server.dataDirectory().resolve("postmaster.pid"))
                    .get(6)
                    .trim()
                    .replaceFirst("[0-9]+ +", "");

            server.kill();

            assertThat(server.isRunning()).isFalse();
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(Files.readString(Path.of("/proc/sysvipc/shm"))).doesNotContainPattern(" " + segment + " ");
        }
    }

    @Test
    void statementWaitsWhileServerIsFrozen() throws Exception {
        try (PostgresServer server = PostgresServer.version("16").start();
                Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            server.freeze();
            CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return statement.execute("SELECT 1");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            server.thaw();

            assertThat(answer.get(20, TimeUnit.SECONDS)).isTrue();
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
