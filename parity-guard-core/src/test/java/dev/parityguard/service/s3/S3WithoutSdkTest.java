package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.InputStream;
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
        Class<?> type = new WithoutClasses(missing).loadClass(S3ProbeProvider.class.getName());
        assertThat(type.getClassLoader()).isInstanceOf(WithoutClasses.class);
        return (ProbeProvider) type.getConstructor().newInstance();
    }

    /** Loads the probe and the SDK anew, but for what is missing. */
    private static final class WithoutClasses extends ClassLoader {
        private final Predicate<String> missing;

        WithoutClasses(Predicate<String> missing) {
            super(S3WithoutSdkTest.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.test(name)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.parityguard.service.s3.") && !name.startsWith("software.amazon.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        /** Jars that are not there declare no services either. */
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            boolean declaresMissing = name.contains("SdkHttpService") && missing.test(HTTP_CLIENT);
            return declaresMissing ? Collections.emptyEnumeration() : super.getResources(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
