package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.S3Server;
import dev.parityguard.target.Target;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of test stores, and looks through them. */
public final class Stores {
    /** The bucket that every test looks at. */
    public static final String BUCKET = "uploads";

    private static final Duration TIME = Duration.ofSeconds(20);

    private Stores() {}

    /** A client as an application would build it for a store of its own, to be adapted. */
    public static S3ClientBuilder builder(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("local-access-key", "local-secret-key")));
    }

    /** A client for a running server whose bucket exists and has one object. */
    public static S3Client clientWithBucket(S3Server server) {
        S3Client client = builder(server.endpoint()).build();
        client.createBucket(request -> request.bucket(BUCKET));
        client.putObject(request -> request.bucket(BUCKET).key("Café.png"), RequestBody.fromString("x"));
        return client;
    }

    /** What is seen of the bucket through that client. */
    public static Observation look(S3Client client) throws Exception {
        return look(Target.of(client).with("bucket", BUCKET));
    }

    /** What is seen of that target. */
    public static Observation look(Target target) throws Exception {
        return ProbeTrial.run(new S3ProbeProvider().probe(target), TIME).observation();
    }

    /** The same, for a bucket that must be seen. */
    public static Observed see(S3Client client) throws Exception {
        Observation observation = look(client);
        assertThat(observation).isInstanceOf(Observed.class);
        return (Observed) observation;
    }
}
