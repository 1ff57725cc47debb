package dev.parityguard.examples.orders.demo;

import dev.parityguard.examples.orders.OrdersApplication;
import dev.parityguard.servers.JavaApplication;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service as a process of its own, on a free port. */
public record Service(JavaApplication process) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    /** Starts it with these variables in its environment. */
    public static Service start(Map<String, String> variables, String... arguments) {
        String[] all = Stream.concat(Stream.of("--server.port=0", "--parity-guard.deadline=30s"), Stream.of(arguments))
                .toArray(String[]::new);
        return new Service(JavaApplication.start(OrdersApplication.class, variables, all));
    }

    /** Waits until it takes requests, and tells where. */
    public String address() throws InterruptedException {
        return "http://localhost:" + process.await(LISTENING).group(1);
    }

    /** Waits until it ends by itself. */
    public int exitStatus() throws InterruptedException {
        return process.exitStatus();
    }

    /** What it has said so far. */
    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
