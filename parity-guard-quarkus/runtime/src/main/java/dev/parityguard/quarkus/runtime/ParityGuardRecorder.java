package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.smallrye.config.SmallRyeConfig;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** The guard's steps of a start. */
@Recorder
public class ParityGuardRecorder {
    private final RuntimeValue<ParityGuardConfig> config;

    /** The steps of an application that is configured like that. */
    public ParityGuardRecorder(RuntimeValue<ParityGuardConfig> config) {
        this.config = config;
    }

    /** The guard; nothing is looked at yet. */
    public RuntimeValue<ParityGuard> guard(String application, Set<Family> families) {
        ParityGuardConfig said = config.getValue();
        ParityGuard.Builder builder = ParityGuard.builder()
                .name(application)
                .environment(said.environment().orElse(null))
                .deadline(said.deadline())
                .variables(new ConfigVariables(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)))
                .services(new ClientServices(families, said.services()));
        said.profile().ifPresent(builder::profile);
        if (said.mode().isPresent()) {
            builder.mode(said.mode().get());
        } else if (LaunchMode.current().isDevOrTest() && said.environment().isEmpty()) {
            builder.mode(Mode.WARN);
        }
        if (said.schema()) {
            builder.schema();
        }
        if (said.profileRequired()) {
            builder.profileRequired();
        }
        return new RuntimeValue<>(builder.build());
    }

    /** The start that the guard looks at. */
    public RuntimeValue<GuardedStart> start(RuntimeValue<ParityGuard> guard) {
        return new RuntimeValue<>(new GuardedStart(guard.getValue(), config.getValue()));
    }

    /** First of all, the variables. */
    public void variables(RuntimeValue<GuardedStart> start) {
        start.getValue().variables();
    }

    /** What lets Flyway wait for the services. */
    public RuntimeValue<?> flywayGate(RuntimeValue<GuardedStart> start) {
        return new RuntimeValue<>(new FlywayGate(start.getValue()));
    }

    /** The services, unless they have been looked at before a migration. */
    public void services(RuntimeValue<GuardedStart> start) {
        start.getValue().services();
    }
}
