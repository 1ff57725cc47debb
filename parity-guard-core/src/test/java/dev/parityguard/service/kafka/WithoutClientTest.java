package dev.parityguard.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WithoutClientTest {
    @Test
    void classPathWithoutTheClientThenProviderWorksAndNamesIt() throws Exception {
        Class<?> type = new LoaderWithoutClient().loadClass(KafkaProvider.class.getName());
        assertThat(type.getClassLoader()).isInstanceOf(LoaderWithoutClient.class);
        ProbeProvider provider = (ProbeProvider) type.getConstructor().newInstance();

        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.catalogue().describe("product")).isNotNull();
        assertThat(look(provider, "kafka://127.0.0.1:1")).contains("org.apache.kafka:kafka-clients");
    }

    private static String look(ProbeProvider provider, String url) throws Exception {
        NotProbed notProbed = (NotProbed) ProbeTrial.run(provider.probe(Target.url(url)), Duration.ofSeconds(20))
                .observation();
        return notProbed.reason();
    }

    /** Loads the probe anew, where Kafka's client is not. */
    private static final class LoaderWithoutClient extends ClassLoader {
        LoaderWithoutClient() {
            super(WithoutClientTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(KafkaProvider.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
