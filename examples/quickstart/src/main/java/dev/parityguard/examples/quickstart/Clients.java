package dev.parityguard.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.RedisClient;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients that the service works with, opened from its environment variables. */
record Clients(HikariDataSource database, RedisClient queue, S3Client uploads, String bucket) implements AutoCloseable {

    static Clients open() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(variable("DATABASE_URL"));
        pool.setUsername(variable("DATABASE_USER"));
        pool.setPassword(variable("DATABASE_PASSWORD"));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        S3Client uploads = S3Client.builder()
                .endpointOverride(URI.create(variable("S3_ENDPOINT")))
                .forcePathStyle(true)
                .region(Region.of(variable("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(variable("S3_ACCESS_KEY"), variable("S3_SECRET_KEY"))))
                .build();
        return new Clients(
                new HikariDataSource(pool), RedisClient.create(variable("REDIS_URL")), uploads, variable("S3_BUCKET"));
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("the variable " + name + " is not set");
        }
        return value;
    }

    @Override
    public void close() {
        uploads.close();
        queue.shutdown();
        database.close();
    }
}
