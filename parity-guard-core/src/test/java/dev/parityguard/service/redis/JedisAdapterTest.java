package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.util.SafeEncoder;

class JedisAdapterTest {
    @ParameterizedTest
    @ValueSource(strings = {"2.8", "7"})
    void jedisWhenAdaptedThenSeesWhatTheUrlSees(String version) throws Exception {
        try (RedisServer server = RedisServer.version(version).start();
                Jedis jedis = new Jedis(server.url())) {
            assertThat(Look.seen(Target.of(adapted(jedis)))).isEqualTo(Look.seen(server.url()));
        }
    }

    // docs/services/redis.md shows these lines
    private static RedisPipeline adapted(Jedis jedis) {
        return commands -> {
            try (Pipeline pipeline = jedis.pipelined()) {
                commands.forEach(words -> pipeline.sendCommand(
                        () -> SafeEncoder.encode(words.get(0)),
                        words.subList(1, words.size()).toArray(String[]::new)));
                return pipeline.syncAndReturnAll();
            }
        };
    }
}
