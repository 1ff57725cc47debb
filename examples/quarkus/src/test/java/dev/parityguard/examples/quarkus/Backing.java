package dev.parityguard.examples.quarkus;

import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The servers that the service stands on. */
record Backing(String environment, PostgresServer database, RedisServer queue, S3Server uploads)
        implements AutoCloseable {
    private static final String BUCKET = "orders-uploads";
    private static final String PASSWORD = "orders-" + Long.toHexString(System.nanoTime());

    /** As production is: PostgreSQL 16 sorting by ICU, a Redis that keeps every job, a bucket with versions. */
    static Backing production() {
        CompletableFuture<S3Server> uploads = CompletableFuture.supplyAsync(
                () -> S3Server.s3proxy(S3Server.Backend.TRANSIENT).start());
        RedisServer queue = redis("7.4.1", "noeviction");
        PostgresServer database = PostgresServer.version("16")
                .initdb("--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8")
                .requirePassword()
                .start();
        return new Backing("production", database, queue, uploads.join()).prepared(true);
    }

    /** As a laptop often is: an older version sorting by bytes, a cache in place of a queue, a folder. */
    static Backing laptop() {
        CompletableFuture<S3Server> uploads = CompletableFuture.supplyAsync(
                () -> S3Server.s3proxy(S3Server.Backend.FILESYSTEM).start());
        RedisServer queue = redis("6.2.11", "allkeys-lru");
        PostgresServer database = PostgresServer.version("13")
                .initdb("--locale=C", "--encoding=UTF8")
                .requirePassword()
                .start();
        return new Backing("development", database, queue, uploads.join()).prepared(false);
    }

    /** What the service finds in its environment. */
    Map<String, String> variables() {
        return Map.of(
                "APP_ENV",
                environment,
                "DATABASE_URL",
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/orders",
                "DATABASE_USER",
                "orders",
                "DATABASE_PASSWORD",
                PASSWORD,
                "REDIS_URL",
                queue.url(),
                "S3_ENDPOINT",
                uploads.endpoint().toString(),
                "S3_BUCKET",
                BUCKET,
                "S3_ACCESS_KEY",
                uploads.accessKey(),
                "S3_SECRET_KEY",
                uploads.secretKey(),
                "AWS_REGION",
                "us-east-1");
    }

    private static RedisServer redis(String version, String eviction) {
        return RedisServer.version(version)
                .argument("--maxmemory", "64mb")
                .argument("--maxmemory-policy", eviction)
                .start();
    }

    private Backing prepared(boolean versions) {
        database.createRole("orders", PASSWORD);
        database.createDatabase("orders");
        database.execute("orders", "grant create on schema public to orders");
        try (S3Client client = S3Client.builder()
                .endpointOverride(uploads.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(uploads.accessKey(), uploads.secretKey())))
                .build()) {
            client.createBucket(request -> request.bucket(BUCKET));
            client.putObject(
                    request -> request.bucket(BUCKET).key("receipts/0.txt"),
                    RequestBody.fromString("Receipt: nothing"));
            if (versions) {
                client.putBucketVersioning(request ->
                        request.bucket(BUCKET).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            }
        }
        return this;
    }

    @Override
    public void close() {
        uploads.close();
        queue.close();
        database.close();
    }
}
