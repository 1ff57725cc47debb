package dev.parityguard.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.time.Duration;

/** Looks at a target as a run does. */
final class Look {
    private static final Duration TIME = Duration.ofSeconds(20);

    private Look() {}

    static Observation at(Target target) throws Exception {
        KafkaProvider provider = new KafkaProvider();
        assertThat(provider.accepts(target)).isTrue();
        return ProbeTrial.run(provider.probe(target), TIME).observation();
    }

    static Observed seen(Target target) throws Exception {
        Observation observation = at(target);
        assertThat(observation).isInstanceOf(Observed.class);
        return (Observed) observation;
    }
}
