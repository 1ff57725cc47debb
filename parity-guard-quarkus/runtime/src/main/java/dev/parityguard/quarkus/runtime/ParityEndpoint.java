package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.report.ReportJson;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers on the management interface, and only there. Closed unless the configuration opens it. */
@Singleton
final class ParityEndpoint {
    private final ParityGuard guard;
    private final ParityGuardConfig config;
    private final String root;

    ParityEndpoint(
            ParityGuard guard,
            ParityGuardConfig config,
            @ConfigProperty(name = "quarkus.management.root-path", defaultValue = "/q") String root) {
        this.guard = guard;
        this.config = config;
        this.root = "/" + root.replaceAll("^/+|/+$", "");
    }

    void open(@Observes ManagementInterface management) {
        if (config.endpoint().enabled()) {
            String path = (root.equals("/") ? "" : root) + "/parity";
            management.router().get(path).handler(this::report);
            // Looking takes as long as the servers take, which must not hold up an event loop.
            management.router().get(path + "/profile").blockingHandler(this::profile, false);
        }
    }

    private void report(RoutingContext request) {
        guard.lastReport()
                .get()
                .ifPresentOrElse(
                        report -> answer(request, ReportJson.of(report)),
                        () -> request.response().setStatusCode(404).end());
    }

    private void profile(RoutingContext request) {
        try {
            answer(request, guard.captureText());
        } catch (IOException | RuntimeException e) {
            request.response()
                    .setStatusCode(500)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("the profile could not be captured: " + e.getClass().getSimpleName());
        }
    }

    private static void answer(RoutingContext request, String json) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(json);
    }
}
