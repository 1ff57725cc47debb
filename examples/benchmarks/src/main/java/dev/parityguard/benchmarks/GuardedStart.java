package dev.parityguard.benchmarks;

import dev.parityguard.ParityGuard;
import java.nio.file.Path;
import java.util.Map;

/** The same as {@link PlainStart}, with a full run of the guard. */
final class GuardedStart {
    private GuardedStart() {}

    /** Starts with the services named. */
    public static void main(String[] services) throws Exception {
        Clients clients = Clients.open(services, System.getenv());
        long begin = System.nanoTime();
        boolean agrees = guard(clients).build().enforce().agrees();
        Footprint.print(System.nanoTime() - begin);
        clients.close();
        if (!agrees) {
            throw new IllegalStateException("the environment changed after the profile was captured");
        }
    }

    /** Captures the profile that the processes agree with. */
    static void capture(String[] services, Map<String, String> variables, Path profile) throws Exception {
        try (Clients clients = Clients.open(services, variables)) {
            guard(clients).build().capture(profile);
        }
    }

    static ParityGuard.Builder guard(Clients clients) {
        ParityGuard.Builder guard = ParityGuard.builder().environment("benchmark");
        for (Map.Entry<String, Client> client : clients.byName().entrySet()) {
            guard.service(client.getKey(), client.getValue().target());
        }
        return guard;
    }
}
