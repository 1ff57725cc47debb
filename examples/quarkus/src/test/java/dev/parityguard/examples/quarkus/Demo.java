package dev.parityguard.examples.quarkus;

import dev.parityguard.servers.Servers;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Starts the service on servers like those of production, where it does its job, or on what a laptop has, where it refuses
 * to start. Exit status 0 when that is what happened. Everything it starts ends with it.
 */
public final class Demo {
    private Demo() {}

    /** Starts the service on the environment named: {@code production} or {@code laptop}. */
    public static void main(String[] arguments) throws Exception {
        boolean production = arguments.length == 0 || arguments[0].equals("production");
        Servers.progress(System.out::println);
        boolean asPromised = true;
        try (Backing backing = production ? Backing.production() : Backing.laptop();
                Service service = Service.start(backing.variables())) {
            if (production) {
                use(service);
            } else {
                int status = service.exitStatus();
                System.out.println(service.output());
                System.out.println("== Exit status " + status);
                asPromised = status == 1;
            }
        }
        System.exit(asPromised ? 0 : 1);
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
