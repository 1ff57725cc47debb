package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.jdbc.DataSourceProvider;
import dev.parityguard.target.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking through the application's pool costs little and leaves nothing behind. */
class BorrowedConnectionTest {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.version("16").start();
        server.createRole("app", "secret");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 2"})
    void lookingThroughAnOpenConnectionTakesFewRoundTrips(boolean autoCommit, int turns) throws Exception {
        try (FaultProxy proxy = FaultProxy.to(server);
                HikariDataSource pool = pool(proxy.port(), autoCommit)) {
            pool.getConnection().close();
            proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(100)));
            proxy.resetTraffic();
            assertThat(look(pool)).isInstanceOf(Observed.class);
            assertThat(proxy.traffic().turns()).isLessThanOrEqualTo(turns);
            assertThat(proxy.connectionsOpened()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionComesBackAsItWas(boolean autoCommit) throws Exception {
        try (HikariDataSource pool = pool(server.port(), autoCommit)) {
            String before = session(pool);
            assertThat(look(pool)).isInstanceOf(Observed.class);
            assertThat(session(pool)).isEqualTo(before);
            assertThat(single("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app' AND xact_start IS NOT NULL"))
                    .isEqualTo("0");
        }
    }

    @Test
    void poolAndUrlSeeTheSame() throws Exception {
        Observation byUrl = ProbeTrial.run(
                        new PostgresqlProvider().probe(Target.url(server.url("app", "secret", "postgres"))), TIME)
                .observation();
        try (HikariDataSource pool = pool(server.port(), true)) {
            assertThat(((Observed) look(pool)).facts().stream().map(fact -> fact.name() + "=" + fact.value()))
                    .containsExactlyElementsOf(((Observed) byUrl)
                            .facts().stream()
                                    .map(fact -> fact.name() + "=" + fact.value())
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void statementThatWaitsForALockIsCancelledOnTheServer(boolean throughPool) throws Exception {
        try (Connection blocker = server.connect("postgres");
                Statement statement = blocker.createStatement();
                HikariDataSource pool = pool(server.port(), true)) {
            pool.getConnection().close();
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE pg_catalog.pg_extension IN ACCESS EXCLUSIVE MODE");
            Probe probe = throughPool
                    ? new DataSourceProvider().probe(Target.of(pool))
                    : new PostgresqlProvider().probe(Target.url(server.url("app", "secret", "postgres")));
            ProbeTrial.Result result = ProbeTrial.run(probe, Duration.ofSeconds(1));
            assertThat(result.observation()).isInstanceOf(Unreachable.class);
            assertThat(result.took()).isLessThan(Duration.ofSeconds(3));
            assertThat(single("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app' AND state <> 'idle'"))
                    .isEqualTo("0");
            blocker.rollback();
            assertThat(session(pool)).isNotBlank();
        }
    }

    private static Observation look(HikariDataSource pool) throws Exception {
        return ProbeTrial.run(new DataSourceProvider().probe(Target.of(pool)), TIME)
                .observation();
    }

    private static String session(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            String state = connection.getAutoCommit() + " " + connection.isReadOnly() + " "
                    + connection.getTransactionIsolation() + " " + connection.getNetworkTimeout() + " "
                    + connection.getWarnings();
            return state
                    + single(connection, "SELECT md5(string_agg(name || setting, ',' ORDER BY name)) FROM pg_settings");
        }
    }

    private static String single(String sql) throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            return single(connection, sql);
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static HikariDataSource pool(int port, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable");
        config.setUsername("app");
        config.setPassword("secret");
        config.setMaximumPoolSize(1);
        config.setAutoCommit(autoCommit);
        return new HikariDataSource(config);
    }
}
