package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlServerTest {
    static Stream<Arguments> installed() {
        return Stream.of(MysqlServer.Product.values())
                .flatMap(product ->
                        MysqlServer.availableVersions(product).stream().map(version -> Arguments.of(product, version)));
    }

    @ParameterizedTest
    @MethodSource("installed")
    void everyInstalledServerStartsAndKnowsItsVersion(MysqlServer.Product product, String version) throws SQLException {
        try (MysqlServer server =
                MysqlServer.of(product, version).user("app", "secret").start()) {
            assertThat(answer(server, "SELECT VERSION()")).startsWith(version);
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + server.port() + "/?user=app&password=secret")) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void settingsAndNamesOfTablesAreAsAskedFor() throws SQLException {
        try (MysqlServer server = MysqlServer.mysql("8.0")
                .lowerCaseTableNames(1)
                .setting("sql_mode", "ANSI_QUOTES")
                .start()) {
            assertThat(answer(server, "SELECT CONCAT(@@lower_case_table_names, @@GLOBAL.sql_mode)"))
                    .isEqualTo("1ANSI_QUOTES");
        }
    }

    @Test
    void serverThatDemandsTlsRefusesWithoutIt() throws SQLException {
        try (MysqlServer server = MysqlServer.mariadb("10.11").tlsOnly().start()) {
            assertThat(answer(server, "SELECT @@have_ssl")).isEqualTo("YES");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:mariadb://127.0.0.1:" + server.port() + "/?user=root&sslMode=disable"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String answer(MysqlServer server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
