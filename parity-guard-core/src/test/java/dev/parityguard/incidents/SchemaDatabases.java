package dev.parityguard.incidents;

import dev.parityguard.servers.PostgresServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Databases whose objects belong to the application's role {@code app}, on one server for each version. */
public final class SchemaDatabases implements AutoCloseable {
    private final Map<String, PostgresServer> started = new HashMap<>();
    private int databases;

    /** The server of that version, with the role {@code app}. */
    public PostgresServer server(String version) {
        return started.computeIfAbsent(version, v -> {
            PostgresServer server = PostgresServer.version(v)
                    .initdb("--locale=C", "--encoding=UTF8")
                    .start();
            server.createRole("app", "secret");
            return server;
        });
    }

    /** The name of a new database in which the application has run these statements. */
    public String create(PostgresServer server, List<String> statements) {
        String name = "d" + databases++;
        server.createDatabase(name);
        server.execute(name, "ALTER DATABASE " + name + " OWNER TO app", "GRANT ALL ON SCHEMA public TO app");
        List<String> asApp = new ArrayList<>(List.of("SET ROLE app"));
        asApp.addAll(statements);
        server.execute(name, asApp.toArray(String[]::new));
        return name;
    }

    /** The same on PostgreSQL 16. */
    public String create(String... statements) {
        return create(server("16"), List.of(statements));
    }

    @Override
    public void close() {
        started.values().forEach(PostgresServer::close);
    }
}
