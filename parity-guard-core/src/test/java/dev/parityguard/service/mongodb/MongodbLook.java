package dev.parityguard.service.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.time.Duration;

/** Looks at a target as a run does. */
final class MongodbLook {
    private static final Duration TIME = Duration.ofSeconds(20);

    private MongodbLook() {}

    static Observed seen(Target target) throws Exception {
        MongodbProvider provider = new MongodbProvider();
        assertThat(provider.accepts(target)).isTrue();
        Observed seen = (Observed) ProbeTrial.run(provider.probe(target), TIME).observation();
        assertThat(seen.facts().stream().map(Fact::name))
                .allSatisfy(name ->
                        assertThat(provider.catalogue().describe(name)).as(name).isNotNull());
        return seen;
    }
}
