package dev.parityguard.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The clients of an application by the names of the services, opened from its variables. */
record Clients(Map<String, Client> byName) implements AutoCloseable {

    /** Opens a client for each of the services named and asks it one question. */
    static Clients open(String[] services, Map<String, String> variables) throws Exception {
        Clients clients = new Clients(new LinkedHashMap<>());
        for (String service : services) {
            Client client = open(service, variables);
            clients.byName.put(service, client);
            client.ask();
        }
        return clients;
    }

    private static Client open(String service, Map<String, String> variables) {
        return switch (service) {
            case Environment.DATABASE -> Database.open(variables.getOrDefault("DATABASE_URL", ""));
            case Environment.CACHE -> Cache.open(variables.getOrDefault("REDIS_URL", ""));
            case Environment.UPLOADS ->
                Uploads.open(
                        variables.getOrDefault("S3_ENDPOINT", ""),
                        variables.getOrDefault("S3_ACCESS_KEY", ""),
                        variables.getOrDefault("S3_SECRET_KEY", ""));
            default -> throw new IllegalArgumentException("no service is named " + service);
        };
    }

    @Override
    public void close() {
        for (Client client : byName.values()) {
            client.close();
        }
    }
}
