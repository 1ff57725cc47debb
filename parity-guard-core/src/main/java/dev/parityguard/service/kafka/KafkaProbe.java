package dev.parityguard.service.kafka;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** Looks through the application's client, or through one of its own that is closed again. */
final class KafkaProbe implements Probe {
    private static final Duration TIME_TO_CLOSE = Duration.ofMillis(200);
    private static final Pattern COMMA = Pattern.compile(",");

    private final Target target;
    private final @Nullable String servers;

    KafkaProbe(Target target, @Nullable String servers) {
        this.target = target;
        this.servers = servers;
    }

    @Override
    public Observation observe(ProbeContext context) {
        Admin borrowed = target.handle(Admin.class);
        if (borrowed != null) {
            return look(borrowed, context);
        }
        Admin own;
        try {
            own = Admin.create(settings(context.deadline().remainingMillis()));
        } catch (RuntimeException e) {
            return ConnectionFailure.of(e, null, null);
        }
        try {
            return look(own, context);
        } finally {
            own.close(TIME_TO_CLOSE);
        }
    }

    private Observation look(Admin admin, ProbeContext context) {
        Connections before = Connections.of(admin);
        try {
            return new Inspection(admin, context.deadline()).of(topics());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ConnectionFailure.of(e, admin, before);
        } catch (ExecutionException e) {
            return ConnectionFailure.of(e.getCause(), admin, before);
        } catch (Exception e) {
            return ConnectionFailure.of(e, admin, before);
        }
    }

    private Map<String, Object> settings(int millis) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.valueOf(servers),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "parity-guard",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    private List<String> topics() {
        String named = target.property("topics");
        return COMMA.splitAsStream(named == null ? "" : named)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
