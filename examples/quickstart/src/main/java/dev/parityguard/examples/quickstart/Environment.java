package dev.parityguard.examples.quickstart;

import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Three real servers, set up in one way. */
record Environment(String name, PostgresServer database, RedisServer queue, S3Server uploads) implements AutoCloseable {
    private static final String PASSWORD = "orders-" + Long.toHexString(System.nanoTime());
    private static final String BUCKET = "orders-uploads";

    /** As production is: PostgreSQL 16 sorting by ICU in UTC, a Redis that keeps every job, a bucket with versions. */
    static Environment production() {
        CompletableFuture<PostgresServer> database = CompletableFuture.supplyAsync(() -> PostgresServer.version("16")
                .initdb("--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8")
                .requirePassword()
                .start());
        CompletableFuture<S3Server> uploads = CompletableFuture.supplyAsync(
                () -> S3Server.s3proxy(S3Server.Backend.TRANSIENT).start());
        RedisServer queue = RedisServer.version("7.4.1")
                .argument("--maxmemory", "64mb")
                .argument("--maxmemory-policy", "noeviction")
                .start();
        return new Environment("production", database.join(), queue, uploads.join()).prepared(true);
    }

    /** As a laptop often is: another major version sorting by bytes, local time, a cache in place of a queue, a folder. */
    static Environment laptop() {
        CompletableFuture<PostgresServer> database = CompletableFuture.supplyAsync(() -> PostgresServer.version("13")
                .initdb("--locale=C", "--encoding=UTF8")
                .setting("default_transaction_isolation", "repeatable read")
                .requirePassword()
                .start());
        CompletableFuture<S3Server> uploads = CompletableFuture.supplyAsync(
                () -> S3Server.s3proxy(S3Server.Backend.FILESYSTEM).start());
        RedisServer queue = RedisServer.version("6.2.11")
                .argument("--maxmemory", "64mb")
                .argument("--maxmemory-policy", "allkeys-lru")
                .start();
        Environment laptop = new Environment("development", database.join(), queue, uploads.join()).prepared(false);
        laptop.database.execute("orders", "alter database orders set timezone = 'Europe/Amsterdam'");
        return laptop;
    }

    /** What the service finds in its environment. */
    Map<String, String> variables() {
        return Map.of(
                "PARITY_GUARD_ENVIRONMENT",
                name,
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

    private Environment prepared(boolean versions) {
        database.createRole("orders", PASSWORD);
        database.createDatabase("orders");
        database.execute("orders", "grant create on schema public to orders");
        try (S3Client client = client(uploads.endpoint())) {
            client.createBucket(request -> request.bucket(BUCKET));
            if (versions) {
                client.putBucketVersioning(request ->
                        request.bucket(BUCKET).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            }
        }
        return this;
    }

    private S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(uploads.accessKey(), uploads.secretKey())))
                .build();
    }

    @Override
    public void close() {
        uploads.close();
        queue.close();
        database.close();
    }
}
