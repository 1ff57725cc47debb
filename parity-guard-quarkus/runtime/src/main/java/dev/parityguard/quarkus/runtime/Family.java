package dev.parityguard.quarkus.runtime;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services that one sort of client can stand for: behind a data source there may be another engine than expected. */
public enum Family {
    SQL("data source"),
    REDIS("Redis client"),
    S3("S3Client");

    private static final Set<String> ENGINES = Set.of(
            "sql",
            "postgresql",
            "cockroachdb",
            "mysql",
            "mariadb",
            "sqlite",
            "h2database",
            "hsqldb",
            "derby",
            "oracle.db",
            "microsoft.sql_server",
            "ibm.db2");

    private final String client;

    Family(String client) {
        this.client = client;
    }

    /** The family of a service's kind, or null when no client of these stands for it. */
    static @Nullable Family of(String kind) {
        return switch (kind) {
            case "redis" -> REDIS;
            case "s3" -> S3;
            default -> ENGINES.contains(kind) ? SQL : null;
        };
    }

    /** What a client of it is called. */
    String client() {
        return client;
    }
}
