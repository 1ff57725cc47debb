package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.matching.ServiceSettings;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.ServiceConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The guard's steps of a start. */
@Recorder
public class ParityGuardRecorder {
    private final RuntimeValue<ParityGuardConfig> config;

    /** The steps of an application that is configured like that. */
    public ParityGuardRecorder(RuntimeValue<ParityGuardConfig> config) {
        this.config = config;
    }

    /** The start that the guard looks at; nothing is looked at yet. */
    public RuntimeValue<GuardedStart> start(String application, Set<ClientKind> kinds) {
        ParityGuardConfig said = config.getValue();
        ClientServices services = new ClientServices(kinds, settings(said.services()));
        ParityGuard.Builder builder = ParityGuard.builder()
                .name(application)
                .environment(said.environment().orElse(null))
                .deadline(said.deadline())
                .variables(new ConfigVariables(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)))
                .services(services);
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
        return new RuntimeValue<>(new GuardedStart(builder.build(), services, said));
    }

    private static Map<String, ServiceSettings> settings(Map<String, ServiceConfig> services) {
        Map<String, ServiceSettings> settings = new TreeMap<>();
        services.forEach((name, said) -> settings.put(
                name,
                new ServiceSettings(
                        said.bean().orElse(null),
                        said.url().orElse(null),
                        said.use().orElse(null),
                        said.bucket().orElse(null),
                        said.properties())));
        return settings;
    }

    /** The guard itself, for those who inject it. */
    public RuntimeValue<ParityGuard> guard(RuntimeValue<GuardedStart> start) {
        return new RuntimeValue<>(start.getValue().guard());
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
