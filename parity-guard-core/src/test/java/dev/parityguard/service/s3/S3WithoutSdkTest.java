package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.LoaderWithout;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3WithoutSdkTest {
    private static final String HTTP_CLIENT = "software.amazon.awssdk.http.urlconnection.";
    private static final Target BY_URL = Target.url("s3://AK:SK@uploads?region=us-east-1&endpoint=http://127.0.0.1:1");

    @Test
    void providerWorksWithoutTheSdkAndNamesIt() throws Exception {
        ProbeProvider provider = provider(name -> name.startsWith("software.amazon."));
        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.catalogue().describe("product")).isNotNull();
        assertNotProbed(look(provider, BY_URL), "software.amazon.awssdk:s3");
    }

    @Test
    void sdkWithoutAnHttpClientIsSaid() throws Exception {
        ProbeProvider provider = provider(name -> name.startsWith(HTTP_CLIENT));
        assertNotProbed(look(provider, BY_URL), "software.amazon.awssdk:url-connection-client");
    }

    @Test
    void targetWithoutABucketIsSaid() throws Exception {
        try (S3Client client = Stores.builder(URI.create("http://127.0.0.1:1")).build()) {
            ProbeProvider provider = new S3ProbeProvider();
            assertThat(provider.accepts(Target.of(client))).isTrue();
            assertNotProbed(look(provider, Target.of(client)), "property bucket");
        }
    }

    @Test
    void addressThatIsNoneIsSaid() throws Exception {
        assertNotProbed(look(new S3ProbeProvider(), Target.url("s3://AK:SK@uploads/path")), "no path");
    }

    private static void assertNotProbed(Observation observation, String reason) {
        assertThat(observation)
                .isInstanceOfSatisfying(
                        NotProbed.class,
                        notProbed ->
                                assertThat(notProbed.reason()).contains(reason).doesNotContain("SK"));
    }

    private static Observation look(ProbeProvider provider, Target target) throws Exception {
        return ProbeTrial.run(provider.probe(target), Duration.ofSeconds(20)).observation();
    }

    /** The provider as a class path without those classes gives it. */
    private static ProbeProvider provider(Predicate<String> missing) throws Exception {
        return new WithoutClasses(missing).provider();
    }

    /** Loads the probe and the SDK anew, but for what is missing. */
    private static final class WithoutClasses extends LoaderWithout {
        private final boolean withoutHttpClient;

        WithoutClasses(Predicate<String> missing) {
            super(
                    missing,
                    name -> name.startsWith("dev.parityguard.service.s3.") || name.startsWith("software.amazon."));
            this.withoutHttpClient = missing.test(HTTP_CLIENT);
        }

        ProbeProvider provider() throws ReflectiveOperationException {
            return provider(S3ProbeProvider.class);
        }

        /** Jars that are not there declare no services either. */
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            boolean declaresMissing = withoutHttpClient && name.contains("SdkHttpService");
            return declaresMissing ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
