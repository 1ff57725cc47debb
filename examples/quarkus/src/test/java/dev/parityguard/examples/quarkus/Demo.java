package dev.parityguard.examples.quarkus;

import dev.parityguard.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Starts the service on servers like those of production, where it does its job, or on what a laptop has, where it refuses
 * to start. Fails when that is not what happens. Everything it starts ends with it.
 */
public final class Demo {
    private static final String PROFILE = "src/main/resources/parity-profile.json";

    private Demo() {}

    /**
     * Starts the service on the environment named, {@code production} or {@code laptop}; {@code capture} writes the profile
     * of the former into the source tree.
     */
    public static void main(String[] arguments) throws Exception {
        Servers.progress(System.out::println);
        switch (arguments[0]) {
            case "production" -> {
                try (Backing production = Backing.production();
                        Service service = Service.start(production.variables())) {
                    use(service);
                }
            }
            case "laptop" -> {
                try (Backing laptop = Backing.laptop();
                        Service service = Service.start(laptop.variables())) {
                    end(service, 1);
                }
            }
            case "capture" -> {
                try (Backing production = Backing.production();
                        Service service = Service.start(
                                production.variables(),
                                "-Dparity-guard.capture=" + Path.of(PROFILE).toAbsolutePath(),
                                "-Dparity-guard.capture-exit=true")) {
                    end(service, 0);
                }
            }
            default -> throw new IllegalArgumentException("production, laptop or capture, but not " + arguments[0]);
        }
    }

    private static void end(Service service, int promised) throws IOException, InterruptedException {
        int status = service.exitStatus();
        System.out.println(service.output());
        System.out.println("== Exit status " + status);
        if (status != promised) {
            throw new IllegalStateException("promised was " + promised);
        }
    }

    private static void use(Service service) throws IOException, InterruptedException {
        String orders = service.address() + "/orders";
        String management = service.management() + "/q";
        System.out.println(service.output());
        show("POST /orders", Http.post(orders, "{\"goods\": \"3 apples\"}").body());
        show("GET /orders/1/receipt", Http.get(orders + "/1/receipt").body());
        show("GET /q/health/ready", Http.get(management + "/health/ready").body());
        show("GET /q/parity", Http.get(management + "/parity").body());
        show(
                "GET /q/metrics, what begins with parity_guard_",
                Http.get(management + "/metrics")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("parity_guard_"))
                        .collect(Collectors.joining("\n")));
    }

    private static void show(String title, String text) {
        System.out.println();
        System.out.println("== " + title);
        System.out.println(text);
    }
}
