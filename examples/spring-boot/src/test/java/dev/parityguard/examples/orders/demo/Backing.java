package dev.parityguard.examples.orders.demo;

import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The servers that the service stands on, and the variables by which it finds them. */
public record Backing(Map<String, String> variables, List<BackingServer> servers) implements AutoCloseable {
    private static final String BUCKET = "orders-uploads";
    private static final String PASSWORD = "orders-" + Long.toHexString(System.nanoTime());

    /** As production is: PostgreSQL 16 sorting by ICU, a Redis that forgets the oldest, a bucket with versions. */
    public static Backing production() {
        CompletableFuture<S3Server> storage = CompletableFuture.supplyAsync(
                () -> storage(S3Server.Backend.TRANSIENT, BucketVersioningStatus.ENABLED));
        RedisServer cache = RedisServer.version("7.4.1")
                .argument("--maxmemory", "64mb")
                .argument("--maxmemory-policy", "allkeys-lru")
                .start();
        PostgresServer database = PostgresServer.version("16")
                .initdb("--locale-provider=icu", "--icu-locale=en-US", "--locale=C", "--encoding=UTF8")
                .requirePassword()
                .start();
        database.createRole("orders", PASSWORD);
        database.createDatabase("orders");
        database.execute("orders", "grant create on schema public to orders");
        Map<String, String> variables = new HashMap<>(Map.of(
                "APP_ENV",
                "production",
                "DATABASE_URL",
                database.jdbcUrl("orders").replaceAll("\\?.*", ""),
                "DATABASE_USER",
                "orders",
                "DATABASE_PASSWORD",
                PASSWORD,
                "REDIS_URL",
                cache.url()));
        variables.putAll(uploads(storage.join()));
        return new Backing(Map.copyOf(variables), List.of(storage.join(), cache, database));
    }

    /** As a laptop is: database and cache are in the process, and uploads go to a local folder. */
    public static Backing laptop() {
        S3Server storage = storage(S3Server.Backend.FILESYSTEM, null);
        Map<String, String> variables = new HashMap<>(uploads(storage));
        variables.put("APP_ENV", "development");
        variables.put("SPRING_PROFILES_ACTIVE", "laptop");
        return new Backing(Map.copyOf(variables), List.of(storage));
    }

    private static S3Server storage(S3Server.Backend backend, @Nullable BucketVersioningStatus versioning) {
        S3Server server = S3Server.s3proxy(backend).start();
        try (S3Client client = S3Client.builder()
                .endpointOverride(server.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                .build()) {
            client.createBucket(request -> request.bucket(BUCKET));
            if (versioning != null) {
                client.putBucketVersioning(
                        request -> request.bucket(BUCKET).versioningConfiguration(v -> v.status(versioning)));
            }
        }
        return server;
    }

    private static Map<String, String> uploads(S3Server storage) {
        return Map.of(
                "S3_ENDPOINT", storage.endpoint().toString(),
                "S3_BUCKET", BUCKET,
                "S3_ACCESS_KEY", storage.accessKey(),
                "S3_SECRET_KEY", storage.secretKey(),
                "AWS_REGION", "us-east-1");
    }

    @Override
    public void close() {
        for (BackingServer server : servers) {
            server.close();
        }
    }
}
