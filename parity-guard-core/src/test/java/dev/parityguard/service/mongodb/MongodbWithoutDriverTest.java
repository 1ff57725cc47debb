package dev.parityguard.service.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.LoaderWithout;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MongodbWithoutDriverTest {
    @Test
    void providerWithoutTheDriverThenWorksAndNamesIt() throws Exception {
        ProbeProvider provider = LoaderWithout.provider(
                MongodbProvider.class, name -> name.startsWith("com.mongodb.") || name.startsWith("org.bson."));
        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.catalogue().describe("product")).isNotNull();
        Target target = Target.url("mongodb://app:secret@127.0.0.1:1");
        assertThat(provider.accepts(target)).isTrue();
        assertNotProbed(look(provider, target), "org.mongodb:mongodb-driver-sync");
    }

    @Test
    void addressThatIsNoneThenSaidWithoutIt() throws Exception {
        assertNotProbed(look(new MongodbProvider(), Target.url("mongodb://app:secret@a:b:c")), "cannot be read");
    }

    private static void assertNotProbed(Observation observation, String reason) {
        assertThat(observation)
                .isInstanceOfSatisfying(
                        NotProbed.class,
                        notProbed ->
                                assertThat(notProbed.reason()).contains(reason).doesNotContain("secret"));
    }

    private static Observation look(ProbeProvider provider, Target target) throws Exception {
        return ProbeTrial.run(provider.probe(target), Duration.ofSeconds(20)).observation();
    }
}
