package dev.parityguard.quarkus.deployment;

import dev.parityguard.servers.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables that an application has made. */
final class Tables {
    private Tables() {}

    static List<String> of(PostgresServer server, String database) {
        List<String> tables = new ArrayList<>();
        try (Connection connection = server.connect(database);
                ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }
}
