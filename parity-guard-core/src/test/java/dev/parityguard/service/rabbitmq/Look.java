package dev.parityguard.service.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.time.Duration;

/** Looks at a target as a run does. */
final class Look {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Look() {}

    static Observation at(Target target) throws Exception {
        RabbitmqProvider provider = new RabbitmqProvider();
        assertThat(provider.accepts(target)).isTrue();
        return ProbeTrial.run(provider.probe(target), TIME).observation();
    }

    static Observed seen(Target target) throws Exception {
        Observation observation = at(target);
        assertThat(observation).isInstanceOf(Observed.class);
        return (Observed) observation;
    }

    /** A new server tells some things only after some seconds. */
    static Observed untilNothingIsUnknown(Target target) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Observed seen = seen(target);
        while (!seen.unknowns().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            seen = seen(target);
        }
        assertThat(seen.unknowns()).isEmpty();
        return seen;
    }

    static Unreachable unreachable(Target target) throws Exception {
        Observation observation = at(target);
        assertThat(observation).isInstanceOf(Unreachable.class);
        return (Unreachable) observation;
    }
}
