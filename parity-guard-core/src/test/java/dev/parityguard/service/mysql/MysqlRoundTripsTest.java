package dev.parityguard.service.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.MysqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlRoundTripsTest {
    private static MysqlServer server;
    private static FaultProxy proxy;

    @BeforeAll
    static void start() {
        server = MysqlServer.mysql("8.0")
                .user(MysqlLook.USER, MysqlLook.PASSWORD)
                .start();
        proxy = FaultProxy.to(server);
        proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(40)));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb"})
    void openConnectionThenCostsTwoRoundTrips(String scheme) throws Exception {
        String url = "jdbc:" + scheme + "://" + proxy.host() + ":" + proxy.port() + "/?sslMode="
                + (scheme.equals("mysql") ? "DISABLED" : "disable");
        try (Connection connection = DriverManager.getConnection(url, MysqlLook.USER, MysqlLook.PASSWORD)) {
            proxy.resetTraffic();
            assertThat(ProbeTrial.run(
                                    context -> new MysqlProvider().observe(connection, context), Duration.ofSeconds(30))
                            .observation())
                    .isInstanceOf(Observed.class);
            assertThat(proxy.traffic().turns()).isEqualTo(2);
            assertThat(proxy.connectionsOpened()).isZero();
        }
    }
}
