package dev.parityguard.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.LoaderWithout;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WithoutClientTest {
    @Test
    void classPathWithoutTheClientThenProviderWorksAndNamesIt() throws Exception {
        ProbeProvider provider =
                LoaderWithout.provider(KafkaProvider.class, name -> name.startsWith("org.apache.kafka."));

        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.catalogue().describe("product")).isNotNull();
        assertThat(look(provider, "kafka://127.0.0.1:1")).contains("org.apache.kafka:kafka-clients");
    }

    private static String look(ProbeProvider provider, String url) throws Exception {
        NotProbed notProbed = (NotProbed) ProbeTrial.run(provider.probe(Target.url(url)), Duration.ofSeconds(20))
                .observation();
        return notProbed.reason();
    }
}
