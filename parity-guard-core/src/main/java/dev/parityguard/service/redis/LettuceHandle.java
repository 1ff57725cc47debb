package dev.parityguard.service.redis;

import dev.parityguard.target.Target;

/**
 * Recognises Lettuce's clients and connections by the names of their types: an application without Lettuce must not load
 * a class that mentions it, and one that has it but uses another client should not pay for it.
 */
final class LettuceHandle {
    private static final String[] ACCEPTED = {
        "io.lettuce.core.RedisClient",
        "io.lettuce.core.api.StatefulRedisConnection",
        "io.lettuce.core.cluster.RedisClusterClient",
        "io.lettuce.core.cluster.api.StatefulRedisClusterConnection"
    };

    /** Once subscribed, such connections take no other commands. */
    private static final String[] FOR_SUBSCRIPTIONS = {
        "io.lettuce.core.pubsub.StatefulRedisPubSubConnection",
        "io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection"
    };

    private LettuceHandle() {}

    static boolean is(Target target) {
        return target.hasHandle(ACCEPTED) && !target.hasHandle(FOR_SUBSCRIPTIONS);
    }
}
