package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.S3Stub;
import dev.parityguard.servers.Traffic;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3RoundTripsTest {
    @Test
    void questionsAreAskedAtTheSameTime() throws Exception {
        try (S3Stub stub = DocumentedStore.AWS.start();
                FaultProxy proxy = FaultProxy.to(stub.port());
                S3Client client = Stores.builder(URI.create("http://127.0.0.1:" + proxy.port()))
                        .build()) {
            proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(50)));
            assertThat(Stores.see(client)).isInstanceOf(Observed.class);
            assertThat(proxy.connections())
                    .hasSize(BucketSetting.values().length + 2)
                    .extracting(Traffic::turns)
                    .containsOnly(1);
        }
    }
}
