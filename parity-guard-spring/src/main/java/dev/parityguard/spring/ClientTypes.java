package dev.parityguard.spring;

import dev.parityguard.matching.ClientKind;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** The types that the clients of a Spring application have as beans. */
final class ClientTypes {
    private ClientTypes() {}

    /** The type of such beans, or null when the application does not have it. */
    static @Nullable Class<?> of(ClientKind kind, @Nullable ClassLoader loader) {
        try {
            return ClassUtils.forName(name(kind), loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static String name(ClientKind kind) {
        return switch (kind) {
            case DATA_SOURCE -> "javax.sql.DataSource";
            case REDIS -> "org.springframework.data.redis.connection.RedisConnectionFactory";
            case S3 -> "software.amazon.awssdk.services.s3.S3Client";
        };
    }
}
