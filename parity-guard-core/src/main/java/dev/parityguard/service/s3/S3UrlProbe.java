package dev.parityguard.service.s3;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Secret;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Looks at a bucket through a client of its own, closed at once. */
record S3UrlProbe(S3Address address) implements Probe {
    @Override
    public Observation observe(ProbeContext context) throws Exception {
        S3ClientBuilder builder = S3Client.builder().forcePathStyle(address.pathStyle());
        String accessKey = address.accessKey();
        Secret secretKey = address.secretKey();
        if (accessKey != null && secretKey != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey.reveal())));
        }
        if (address.endpoint() != null) {
            builder.endpointOverride(address.endpoint());
        }
        if (address.region() != null) {
            builder.region(Region.of(address.region()));
        }
        S3Client client;
        try {
            client = builder.build();
        } catch (SdkClientException e) {
            return new NotProbed(reason(String.valueOf(e.getMessage())));
        }
        try (client) {
            return S3Probe.look(client, address.bucket(), context, true);
        }
    }

    private static String reason(String message) {
        return message.contains("HTTP")
                ? "the AWS SDK has no single HTTP client on the class path: add one, such as"
                        + " software.amazon.awssdk:url-connection-client"
                : message.contains("region")
                        ? "no region is known: add ?region=… to the URL or set AWS_REGION"
                        : "the AWS SDK could not build a client for the URL";
    }
}
