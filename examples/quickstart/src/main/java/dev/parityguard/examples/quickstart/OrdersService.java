package dev.parityguard.examples.quickstart;

import dev.parityguard.Capture;
import dev.parityguard.ParityGuard;
import dev.parityguard.metrics.ParityMetrics;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.target.Target;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;

/** A service of three backing services: orders in PostgreSQL, a queue in Redis, receipts in object storage. */
public final class OrdersService {
    private OrdersService() {}

    /** Boots and does its job once; {@code capture FILE} writes the profile of this environment instead. */
    public static void main(String[] arguments) throws Exception {
        try (Clients clients = Clients.open(System.getenv())) {
            ParityGuard guard = ParityGuard.builder()
                    .service("orders-db", Target.of(clients.database()))
                    .service("queue", Target.of(clients.queue()).use("queue"))
                    .service("uploads", Target.of(clients.uploads()).with("bucket", clients.bucket()))
                    .build();
            if (arguments.length == 2 && arguments[0].equals("capture")) {
                Capture capture = guard.capture(Path.of(arguments[1]));
                System.out.println("captured " + capture.services());
                return;
            }
            guard.enforce();
            new Orders(clients).handle("3 apples");
            showMetrics(guard);
        } catch (ParityViolationException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void showMetrics(ParityGuard guard) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ParityMetrics(guard.lastReport()).bindTo(registry);
        registry.scrape()
                .lines()
                .filter(line -> line.startsWith("parity_guard_findings") || line.startsWith("parity_guard_parity"))
                .forEach(line -> System.out.println("metric  " + line));
    }
}
