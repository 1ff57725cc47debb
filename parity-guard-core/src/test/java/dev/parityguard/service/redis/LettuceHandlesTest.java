package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LettuceHandlesTest {
    private static RedisServer server;
    private static RedisClient client;

    @BeforeAll
    static void start() {
        server = RedisServer.version("7").start();
        client = RedisClient.create(server.url());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void connectionWhenBorrowedThenIsLeftOpenAndInItsDatabase() throws Exception {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().select(4);
            connection.sync().set("key", "value");
            Observed seen = Look.seen(Target.of(connection));
            assertThat(seen.facts().value("version")).isEqualTo(server.version());
            assertThat(connection.isOpen()).isTrue();
            assertThat(connection.sync().get("key")).isEqualTo("value");
            assertThat(connection.sync().clientInfo()).contains("db=4");
        }
    }

    @Test
    void connectionWhenTheApplicationUsesItMeanwhileThenNobodyGetsTheOthersReplies() throws Exception {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            Thread busy = new Thread(() -> {
                for (int i = 0; i < 2_000; i++) {
                    connection.async().set("n" + i, "v" + i);
                }
            });
            busy.start();
            Look.seen(Target.of(connection));
            busy.join();
            assertThat(IntStream.range(0, 2_000))
                    .allSatisfy(i -> assertThat(connection.sync().get("n" + i)).isEqualTo("v" + i));
        }
    }

    @Test
    void connectionWithAnotherCodecThenIsReadAllTheSame() throws Exception {
        try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
            assertThat(Look.seen(Target.of(connection))).isEqualTo(Look.seen(server.url()));
        }
    }

    @Test
    void connectionThatIsFlushedByHandThenStaysSo() throws Exception {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.setAutoFlushCommands(false);
            Look.seen(Target.of(connection));
            CompletionStage<String> ping = connection.async().ping();
            assertThat(ping.toCompletableFuture()).isNotDone();
            connection.flushCommands();
            assertThat(ping.toCompletableFuture().get(5, TimeUnit.SECONDS)).isEqualTo("PONG");
        }
    }

    @Test
    void connectionInATransactionThenIsNotDisturbed() throws Exception {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().multi();
            connection.sync().set("in", "transaction");
            assertThat(Look.at(Target.of(connection))).isInstanceOf(NotProbed.class);
            assertThat(connection.sync().exec()).hasSize(1);
        }
    }

    @Test
    void subscribedConnectionThenIsNotAccepted() {
        try (var connection = client.connectPubSub()) {
            assertThat(new RedisProbeProvider().accepts(Target.of(connection))).isFalse();
        }
    }

    @Test
    void clusterClientAndConnectionThenSeeANodeThatTakesWrites() throws Exception {
        try (RedisServer cluster = RedisServer.version("7").cluster().start();
                RedisClusterClient clusterClient = RedisClusterClient.create(cluster.url())) {
            Observed fresh = Look.seen(Target.of(clusterClient));
            assertThat(fresh.facts().value("mode")).isEqualTo("cluster");
            assertThat(fresh.facts().value("role")).isEqualTo("master");
            assertThat(fresh.facts().value("databases")).isEqualTo("1");
            try (StatefulRedisClusterConnection<String, String> connection = clusterClient.connect()) {
                assertThat(Look.seen(Target.of(connection))).isEqualTo(fresh);
                assertThat(connection.isOpen()).isTrue();
            }
            assertThat(Look.seen(cluster.url())).isEqualTo(fresh);
        }
    }

    @Test
    void handleThatIsNoneOfLettuceThenIsNotAccepted() {
        assertThat(new RedisProbeProvider().accepts(Target.of(List.of()))).isFalse();
    }
}
