package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisRoundTripsTest {
    private static RedisServer server;
    private static FaultProxy proxy;

    @BeforeAll
    static void start() {
        server = RedisServer.version("7")
                .configuration("user app on >secret ~* +@all")
                .start();
        proxy = FaultProxy.to(server);
        proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(40)));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        server.close();
    }

    @Test
    void openConnectionThenCostsOneRoundTrip() throws Exception {
        try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + proxy.port());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().ping();
            proxy.resetTraffic();
            Look.seen(Target.of(connection));
            assertThat(proxy.traffic().turns()).isEqualTo(1);
            assertThat(proxy.connectionsOpened()).isZero();
        }
    }

    @Test
    void urlWithUserPasswordAndDatabaseThenCostsOneRoundTripBesideConnecting() throws Exception {
        proxy.resetTraffic();
        Look.seen("redis://app:secret@127.0.0.1:" + proxy.port() + "/3");
        assertThat(proxy.traffic().turns()).isEqualTo(1);
        assertThat(proxy.connectionsOpened()).isEqualTo(1);
    }

    @Test
    void clientThenCostsLettucesOwnHandshakeBesides() throws Exception {
        try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + proxy.port())) {
            proxy.resetTraffic();
            Look.seen(Target.of(client));
            assertThat(proxy.traffic().turns()).isBetween(2, 4);
            assertThat(proxy.connectionsOpened()).isEqualTo(1);
        }
    }
}
