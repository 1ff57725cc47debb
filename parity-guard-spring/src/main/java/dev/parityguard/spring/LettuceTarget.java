package dev.parityguard.spring;

import dev.parityguard.target.Target;
import io.lettuce.core.AbstractRedisClient;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Lettuce's client behind a connection factory. Loaded only where both are present. */
final class LettuceTarget {
    private LettuceTarget() {}

    static Target of(Object factory) {
        AbstractRedisClient client = ((LettuceConnectionFactory) factory).getNativeClient();
        return client == null ? Target.missing("the connection factory has not been started") : Target.of(client);
    }
}
