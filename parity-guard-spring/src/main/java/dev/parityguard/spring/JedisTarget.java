package dev.parityguard.spring;

import dev.parityguard.service.redis.RedisPipeline;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.SafeEncoder;

/** Jedis behind a connection factory, of which a connection is borrowed. Loaded only where both are present. */
final class JedisTarget implements RedisPipeline {
    private final RedisConnectionFactory factory;

    private JedisTarget(RedisConnectionFactory factory) {
        this.factory = factory;
    }

    static Target of(RedisConnectionFactory factory) {
        return factory instanceof JedisConnectionFactory jedis && jedis.isRedisClusterAware()
                ? Target.missing("of a cluster the guard looks through Lettuce only; a URL of one node does as well")
                : Target.of(new JedisTarget(factory));
    }

    @Override
    public List<@Nullable Object> send(List<List<String>> commands) {
        try (RedisConnection connection = factory.getConnection();
                AbstractPipeline pipeline = pipeline(connection.getNativeConnection())) {
            List<Response<Object>> responses = new ArrayList<>();
            for (List<String> words : commands) {
                responses.add(pipeline.sendCommand(
                        () -> SafeEncoder.encode(words.get(0)),
                        words.subList(1, words.size()).toArray(String[]::new)));
            }
            pipeline.sync();
            List<@Nullable Object> replies = new ArrayList<>();
            responses.forEach(response -> replies.add(reply(response)));
            return replies;
        }
    }

    private static @Nullable Object reply(Response<Object> response) {
        try {
            return response.get();
        } catch (JedisDataException refusal) {
            return refusal;
        }
    }

    private static AbstractPipeline pipeline(Object connection) {
        return connection instanceof UnifiedJedis client ? client.pipelined() : ((Jedis) connection).pipelined();
    }
}
