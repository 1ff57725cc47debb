package dev.parityguard.examples.orders.demo;

import dev.parityguard.servers.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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
        boolean asPromised;
        try (Backing backing = production ? Backing.production() : Backing.laptop();
                Service service = Service.start(
                        backing.variables(),
                        "--management.endpoints.web.exposure.include=health,prometheus,parity",
                        "--management.endpoint.parity.access=read-only",
                        "--management.endpoint.health.show-details=always")) {
            if (production) {
                String address = service.address();
                System.out.println(service.output());
                use(address);
                asPromised = true;
            } else {
                int status = service.exitStatus();
                System.out.println(service.output());
                System.out.println("== Exit status " + status);
                asPromised = status == 1;
            }
        }
        System.exit(asPromised ? 0 : 1);
    }

    private static void use(String service) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest order = HttpRequest.newBuilder(URI.create(service + "/orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"customer\":\"Ada\",\"goods\":\"apples\",\"quantity\":3}"))
                .build();
        HttpResponse<String> placed = client.send(order, HttpResponse.BodyHandlers.ofString());
        show("POST /orders", placed.body());
        String location = placed.headers().firstValue("Location").orElseThrow();
        for (String path : new String[] {location, location + "/receipt", "/actuator/health", "/actuator/parity"}) {
            show("GET " + path, get(client, service + path));
        }
        show(
                "GET /actuator/prometheus, what begins with parity_guard_",
                get(client, service + "/actuator/prometheus")
                        .lines()
                        .filter(line -> line.startsWith("parity_guard_"))
                        .reduce((one, next) -> one + "\n" + next)
                        .orElse("nothing"));
    }

    private static String get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void show(String title, String text) {
        System.out.println();
        System.out.println("== " + title);
        System.out.println(text);
    }
}
