package dev.parityguard.service.jdbc;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Puts into words why a database did not answer. Never uses a driver's or a server's own text, which may name users,
 * addresses and more: only classes of exceptions and SQL states.
 */
public final class SqlFailure {
    private static final int MYSQL_ACCESS_DENIED = 1045;

    private SqlFailure() {}

    /** No answer before the deadline. */
    public static Unreachable timedOut() {
        return new Unreachable(Cause.TIMED_OUT, "no connection in time");
    }

    /** What an exception says about the service. */
    public static Unreachable unreachable(SQLException failure) {
        List<Throwable> chain = chain(failure);
        String state = state(chain);
        if (any(chain, SSLException.class) || mentions(chain, "ssl", "no encryption", "insecure transport")) {
            return new Unreachable(
                    state.startsWith("28") ? Cause.NOT_PERMITTED : Cause.UNREACHABLE,
                    "TLS: one side demands it and the other does not offer it, or they do not trust each other"
                            + told(state));
        }
        if (state.startsWith("28")) {
            // MariaDB 10.11 says "access denied" to a connection without TLS too, where it demands TLS.
            String orTls = code(chain) == MYSQL_ACCESS_DENIED ? ", or MariaDB demands TLS" : "";
            return new Unreachable(Cause.NOT_PERMITTED, "the credentials were refused" + orTls + told(state));
        }
        if (state.startsWith("3D") || state.equals("42501")) {
            return new Unreachable(
                    Cause.NOT_PERMITTED, "the database does not exist or may not be connected to" + told(state));
        }
        if (any(chain, SocketTimeoutException.class)
                || any(chain, SQLTimeoutException.class)
                || state.equals("57014")
                || (state.isEmpty() && any(chain, SQLTransientConnectionException.class))) {
            return new Unreachable(Cause.TIMED_OUT, "no answer in time" + told(state));
        }
        if (any(chain, UnknownHostException.class)) {
            return new Unreachable(Cause.UNREACHABLE, "the host's name is not known" + told(state));
        }
        if (any(chain, ConnectException.class)) {
            return new Unreachable(Cause.UNREACHABLE, "the connection was refused" + told(state));
        }
        if (state.equals("08P01")) {
            return new Unreachable(Cause.UNREADABLE, "something else than the expected server answers" + told(state));
        }
        if (state.startsWith("53") || state.startsWith("57")) {
            return new Unreachable(Cause.UNREACHABLE, "the server takes no connections now" + told(state));
        }
        return state.isEmpty() || state.startsWith("08") || any(chain, IOException.class)
                ? new Unreachable(Cause.UNREACHABLE, "the connection broke or could not be made" + told(state))
                : new Unreachable(Cause.UNREADABLE, "the server refused to answer" + told(state));
    }

    /** Whether the connection is gone, so that asking again is of no use. */
    public static boolean isFatal(SQLException failure) {
        List<Throwable> chain = chain(failure);
        String state = state(chain);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57") || any(chain, IOException.class);
    }

    /** Whether the engine understood what it was asked, and finds fault with the value: that is its answer. */
    static boolean refusesValue(SQLException failure) {
        return state(chain(failure)).startsWith("22");
    }

    private static String told(String state) {
        return state.isEmpty() ? "" : " (SQL state " + state + ")";
    }

    /** Pools wrap what the driver said, so the innermost state is the one that tells most. */
    private static String state(List<Throwable> chain) {
        String state = "";
        for (Throwable link : chain) {
            if (link instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    private static int code(List<Throwable> chain) {
        int code = 0;
        for (Throwable link : chain) {
            code = link instanceof SQLException sql && sql.getErrorCode() != 0 ? sql.getErrorCode() : code;
        }
        return code;
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static boolean mentions(List<Throwable> chain, String... words) {
        for (Throwable link : chain) {
            String message = String.valueOf(link.getMessage()).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (link instanceof SQLException && message.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
