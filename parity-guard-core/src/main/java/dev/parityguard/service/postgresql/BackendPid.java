package dev.parityguard.service.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The server process that the driver was told at login; a pooler in between makes one up. */
final class BackendPid {
    private BackendPid() {}

    /** Null when the connection is not that driver's, or a wrapper does not let it through. */
    static @Nullable Integer of(Connection connection) {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    ? (Integer) connection.unwrap(PGConnection.class).getBackendPID()
                    : null;
        } catch (SQLException | LinkageError e) {
            return null;
        }
    }
}
