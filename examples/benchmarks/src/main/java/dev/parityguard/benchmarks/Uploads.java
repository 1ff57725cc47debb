package dev.parityguard.benchmarks;

import dev.parityguard.target.Target;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;

/** Object storage through the AWS SDK. */
record Uploads(S3Client client) implements Client {
    static final String BUCKET = "uploads";

    static Uploads open(String endpoint, String accessKey, String secretKey) {
        return new Uploads(S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build());
    }

    @Override
    public void ask() {
        client.headBucket(HeadBucketRequest.builder().bucket(BUCKET).build());
    }

    @Override
    public Target target() {
        return Target.of(client).with("bucket", BUCKET);
    }

    @Override
    public void close() {
        client.close();
    }
}
