package dev.parityguard.benchmarks;

import dev.parityguard.target.Target;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;

/** Redis through Lettuce. */
record Cache(RedisClient client, StatefulRedisConnection<String, String> connection) implements Client {

    static Cache open(String url) {
        RedisClient client = RedisClient.create(url);
        return new Cache(client, client.connect());
    }

    @Override
    public void ask() {
        connection.sync().ping();
    }

    @Override
    public Target target() {
        return Target.of(connection).use("cache");
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
