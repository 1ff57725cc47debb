package dev.parityguard.service.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at a folder as a run does. */
public final class FolderLook {
    private static final Duration TIME = Duration.ofSeconds(10);

    private FolderLook() {}

    /** What is seen of that target; it must be a folder. */
    public static Observed at(Target target) throws Exception {
        Observation observation = look(target);
        assertThat(observation).isInstanceOf(Observed.class);
        return (Observed) observation;
    }

    static Observation look(Target target) throws Exception {
        FileProvider provider = new FileProvider();
        assertThat(provider.accepts(target)).isTrue();
        return provider.probe(target).observe(new ProbeContext() {
            @Override
            public Deadline deadline() {
                return Deadline.in(TIME);
            }

            @Override
            public void onCancel(AutoCloseable hook) {}

            @Override
            public @Nullable String property(String name) {
                return target.property(name);
            }
        });
    }
}
