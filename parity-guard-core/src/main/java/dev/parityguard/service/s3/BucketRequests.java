package dev.parityguard.service.s3;

import dev.parityguard.probe.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/**
 * Asks a bucket through somebody's client, each question once and bounded by the deadline. The client itself is not
 * changed: timeouts, the recorder and the end of retries belong to the request. Every question goes out as a
 * HeadBucket that the recorder turns into another request, since the answer is read here: the SDK's own readers take any
 * document for an empty answer, and each of its operations is dozens of classes to load.
 */
final class BucketRequests {
    /** What is left for judging when the time is up. */
    private static final Duration RESERVE = Duration.ofMillis(100);

    private final S3Client client;
    private final String bucket;
    private final Deadline deadline;
    private final boolean keepAlive;
    private final boolean pathStyle;

    private BucketRequests(S3Client client, String bucket, Deadline deadline, boolean keepAlive, boolean pathStyle) {
        this.client = client;
        this.bucket = bucket;
        this.deadline = deadline;
        this.keepAlive = keepAlive;
        this.pathStyle = pathStyle;
    }

    /**
     * Prepares to ask.
     *
     * @param keepAlive whether connections may stay in the client's pool
     */
    BucketRequests(S3Client client, String bucket, Deadline deadline, boolean keepAlive) {
        this(client, bucket, deadline, keepAlive, false);
    }

    /** The same questions with the bucket in the path, whatever the client prefers. */
    BucketRequests inPathStyle() {
        return new BucketRequests(client, bucket, deadline, keepAlive, true);
    }

    Answer headBucket() {
        return ask(new Recorder(SdkHttpMethod.HEAD, ""), Map.of());
    }

    Answer headObject(String key) {
        return ask(new Recorder(SdkHttpMethod.HEAD, key), Map.of());
    }

    Answer subResource(String name) {
        return ask(new Recorder(SdkHttpMethod.GET, ""), Map.of(name, List.of("")));
    }

    /** A listing of a few keys that begin with that prefix. */
    Answer keys(int max, String prefix) {
        return ask(
                new Recorder(SdkHttpMethod.GET, ""),
                Map.of("list-type", List.of("2"), "max-keys", List.of("" + max), "prefix", List.of(prefix)));
    }

    private Answer ask(Recorder recorder, Map<String, List<String>> parameters) {
        Duration time = deadline.remaining().minus(RESERVE);
        if (time.isNegative() || time.isZero()) {
            return Answer.none(null, Failure.TIMED_OUT);
        }
        AwsRequestOverrideConfiguration.Builder override = AwsRequestOverrideConfiguration.builder();
        override.apiCallTimeout(time).addPlugin(client -> observe(client, recorder));
        override.rawQueryParameters(parameters);
        if (!keepAlive) {
            override.putHeader("Connection", "close");
        }
        if (pathStyle) {
            override.endpointProvider((S3EndpointProvider) BucketRequests::inPathStyle);
        }
        try {
            client.headBucket(r -> r.bucket(bucket).overrideConfiguration(override.build()));
            return recorder.answer(null);
        } catch (RuntimeException e) {
            return recorder.answer(e);
        }
    }

    private static void observe(SdkServiceClientConfiguration.Builder client, Recorder recorder) {
        ClientOverrideConfiguration present = client.overrideConfiguration();
        ClientOverrideConfiguration.Builder changed =
                present == null ? ClientOverrideConfiguration.builder() : present.toBuilder();
        client.overrideConfiguration(changed.addExecutionInterceptor(recorder)
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .build());
    }

    private static CompletableFuture<Endpoint> inPathStyle(S3EndpointParams parameters) {
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(parameters.toBuilder().forcePathStyle(true).build());
    }
}
