package dev.parityguard.service.postgresql;

import dev.parityguard.probe.ProbeContext;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens a connection under the deadline. The driver's own limits count whole seconds and begin anew with every byte
 * that trickles in; its sockets, closed at the deadline, end a login at any stage.
 */
final class Login implements AutoCloseable {
    private static final ThreadLocal<@Nullable Login> CURRENT = new ThreadLocal<>();

    private final List<Socket> sockets = new ArrayList<>();
    private boolean over;

    private Login() {}

    /** A connection as the URL asks for. */
    static Connection open(PostgresqlUrl url, ProbeContext context) throws SQLException {
        int seconds = Math.toIntExact(context.deadline().remaining().toSeconds()) + 1;
        Properties properties = url.driverProperties();
        properties.setProperty("connectTimeout", Integer.toString(seconds));
        properties.setProperty("socketTimeout", Integer.toString(seconds));
        properties.setProperty("cancelSignalTimeout", "1");
        properties.setProperty("ApplicationName", "parity-guard");
        // Saves the driver a round trip for settings that it then sends with the login.
        properties.setProperty("assumeMinServerVersion", "9.6");
        if (driverFindsOurSockets()) {
            // With a limit of its own the driver would log in on a thread of its own.
            properties.setProperty("loginTimeout", "0");
            properties.setProperty("socketFactory", LoginSocketFactory.class.getName());
        } else {
            properties.setProperty("loginTimeout", Integer.toString(seconds));
        }
        Login login = new Login();
        context.onCancel(login);
        CURRENT.set(login);
        try {
            Connection connection = new Driver().connect(url.driverUrl(), properties);
            if (connection == null) {
                throw new SQLException("the driver does not take the URL", "08001");
            }
            return connection;
        } finally {
            CURRENT.remove();
            login.over();
        }
    }

    /** A socket that is closed at the deadline when the calling thread is about to log in. */
    static Socket newSocket() throws IOException {
        Login login = CURRENT.get();
        return login == null ? new Socket() : login.add(new Socket());
    }

    @Override
    public synchronized void close() throws IOException {
        if (!over) {
            over = true;
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private synchronized Socket add(Socket socket) throws IOException {
        if (over) {
            socket.close();
        }
        sockets.add(socket);
        return socket;
    }

    private synchronized void over() {
        over = true;
    }

    /** In a container the driver may live in a class loader that does not see this library. */
    private static boolean driverFindsOurSockets() {
        try {
            return Class.forName(LoginSocketFactory.class.getName(), false, Driver.class.getClassLoader())
                    == LoginSocketFactory.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
