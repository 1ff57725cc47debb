package dev.parityguard.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients that the service works with, opened from environment variables. */
record Clients(HikariDataSource database, RedisClient queue, S3Client uploads, String bucket) implements AutoCloseable {

    static Clients open(Map<String, String> variables) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(variable(variables, "DATABASE_URL"));
        pool.setUsername(variable(variables, "DATABASE_USER"));
        pool.setPassword(variable(variables, "DATABASE_PASSWORD"));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        S3Client uploads = S3Client.builder()
                .endpointOverride(URI.create(variable(variables, "S3_ENDPOINT")))
                .forcePathStyle(true)
                .region(Region.of(variable(variables, "AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        variable(variables, "S3_ACCESS_KEY"), variable(variables, "S3_SECRET_KEY"))))
                .build();
        return new Clients(
                new HikariDataSource(pool),
                RedisClient.create(variable(variables, "REDIS_URL")),
                uploads,
                variable(variables, "S3_BUCKET"));
    }

    private static String variable(Map<String, String> variables, String name) {
        String value = variables.get(name);
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
