package dev.parityguard.service.redis;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Lettuce's clients and connections by the names of their types: an application without Lettuce must not load
 * a class that mentions it, and one that has it but uses another client should not pay for it.
 */
final class LettuceHandle {
    private static final Set<String> ACCEPTED = Set.of(
            "io.lettuce.core.RedisClient",
            "io.lettuce.core.api.StatefulRedisConnection",
            "io.lettuce.core.cluster.RedisClusterClient",
            "io.lettuce.core.cluster.api.StatefulRedisClusterConnection");

    /** Once subscribed, such connections take no other commands. */
    private static final Set<String> FOR_SUBSCRIPTIONS = Set.of(
            "io.lettuce.core.pubsub.StatefulRedisPubSubConnection",
            "io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection");

    private LettuceHandle() {}

    static boolean is(@Nullable Object handle) {
        return handle != null && isOneOf(ACCEPTED, handle.getClass()) && !isOneOf(FOR_SUBSCRIPTIONS, handle.getClass());
    }

    private static boolean isOneOf(Set<String> names, @Nullable Class<?> type) {
        if (type == null) {
            return false;
        }
        if (names.contains(type.getName()) || isOneOf(names, type.getSuperclass())) {
            return true;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (isOneOf(names, implemented)) {
                return true;
            }
        }
        return false;
    }
}
