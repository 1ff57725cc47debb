package dev.parityguard.service.rabbitmq;

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
                LoaderWithout.provider(RabbitmqProvider.class, name -> name.startsWith("com.rabbitmq."));

        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.catalogue().describe("product")).isNotNull();
        assertThat(look(provider, "amqp://guest:s3cret@127.0.0.1:1")).contains("com.rabbitmq:amqp-client");
    }

    @Test
    void urlThatIsNoneThenThatIsSaidWithoutIt() throws Exception {
        assertThat(look(new RabbitmqProvider(), "amqp://guest:s3cret@host:port"))
                .contains("amqp[s]://")
                .doesNotContain("s3cret");
    }

    private static String look(ProbeProvider provider, String url) throws Exception {
        NotProbed notProbed = (NotProbed) ProbeTrial.run(provider.probe(Target.url(url)), Duration.ofSeconds(20))
                .observation();
        return notProbed.reason();
    }
}
