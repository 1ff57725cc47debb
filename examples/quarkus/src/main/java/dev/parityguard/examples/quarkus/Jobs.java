package dev.parityguard.examples.quarkus;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.list.ListCommands;
import jakarta.inject.Singleton;

/** The queue of what is left to do. */
@Singleton
final class Jobs {
    private final ListCommands<String, String> queue;

    Jobs(RedisDataSource redis) {
        this.queue = redis.list(String.class);
    }

    void add(Order order) {
        queue.lpush("orders", Long.toString(order.id()));
    }
}
