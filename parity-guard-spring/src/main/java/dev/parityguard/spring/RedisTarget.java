package dev.parityguard.spring;

import dev.parityguard.target.Target;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** A Redis connection factory, through the client that is behind it. Loaded only where Spring Data Redis is present. */
final class RedisTarget {
    private static final String PACKAGE = "org.springframework.data.redis.connection.";

    private RedisTarget() {}

    static Target of(Object bean) {
        return switch (driver(bean.getClass())) {
            case "lettuce" -> LettuceTarget.of(bean);
            case "jedis" -> JedisTarget.of((RedisConnectionFactory) bean);
            default ->
                Target.missing("the guard looks through connection factories of Lettuce and Jedis, not of "
                        + bean.getClass().getName());
        };
    }

    /** By name, since the classes of the other driver may not be there. */
    private static String driver(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(PACKAGE + "lettuce.LettuceConnectionFactory")) {
                return "lettuce";
            }
            if (each.getName().equals(PACKAGE + "jedis.JedisConnectionFactory")) {
                return "jedis";
            }
        }
        return "";
    }
}
