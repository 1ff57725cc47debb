package dev.parityguard.service.s3;

import dev.parityguard.target.Target;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

class S3ClientContractTest extends S3Contract {
    @Override
    Target target(URI endpoint, String secretKey) {
        S3Client client = closeAfterwards(Stores.builder(endpoint)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("local-access-key", secretKey)))
                .build());
        return Target.of(client).with("bucket", Stores.BUCKET);
    }

    /** What HttpURLConnection keeps for the application. */
    @Override
    protected int connectionsOfTheHandle() {
        return 20;
    }

    /** The client's timer of its call timeouts, and the JDK's of its kept connections. */
    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return super.isOfTheHandle(thread)
                || thread.getName().startsWith("sdk-")
                || thread.getName().equals("Keep-Alive-Timer");
    }
}
