package dev.parityguard.service.jdbc;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.probe.ProbeProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * A kind of service that can be seen through any open JDBC connection. Declared as a {@link ProbeProvider} like every
 * other one; {@link DataSourceProvider} finds it there. Must name no type of an optional driver in a signature.
 */
public interface SqlProvider extends ProbeProvider {
    /**
     * Whether this provider speaks the language of what is at the other end, as far as the driver knows it. Must not
     * cost a round trip. Who really answers is seen later: look-alikes share a driver.
     */
    boolean speaks(DatabaseMetaData driver) throws SQLException;

    /**
     * Looks through an open connection, which stays open. Reads only, leaves no session state behind but an open
     * transaction where the connection does not commit by itself.
     *
     * @return what was seen; a missing right is an {@link dev.parityguard.fact.Unknown}
     * @throws SQLException when the connection breaks or the server refuses; see {@link SqlFailure}
     */
    Observation observe(Connection connection, ProbeContext context) throws SQLException;
}
