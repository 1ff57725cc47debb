package dev.parityguard.service.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.MalformedFrameException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ProtocolVersionMismatchException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in own words why a server could not be looked at: those of the client hold users, hosts and what was answered. */
final class ConnectionFailure {
    private static final int DEPTH = 10;

    private ConnectionFailure() {}

    static Unreachable of(@Nullable Throwable failure) {
        Unreachable best = null;
        int depth = 0;
        for (Throwable e = failure; e != null && depth < DEPTH; e = e.getCause(), depth++) {
            Unreachable here = describe(e);
            best = here == null ? best : here;
        }
        return best != null
                ? best
                : unreachable(
                        "the server closed the connection: does it expect TLS (amqps://), or speak AMQP 0-9-1 at all?");
    }

    private static @Nullable Unreachable describe(Throwable e) {
        if (e instanceof PossibleAuthenticationFailureException) {
            return new Unreachable(
                    Cause.NOT_PERMITTED,
                    "user or password is wrong, or the user may not come from here (guest only from localhost)");
        }
        if (e instanceof ShutdownSignalException closed && closed.getReason() instanceof AMQP.Connection.Close close) {
            return closedWith(close.getReplyCode());
        }
        if (e instanceof AlreadyClosedException) {
            return unreachable("the connection is closed");
        }
        if (e instanceof UnknownHostException) {
            return unreachable("the host name is not known here");
        }
        if (e instanceof SocketTimeoutException || e instanceof TimeoutException || e instanceof InterruptedException) {
            return new Unreachable(
                    Cause.TIMED_OUT,
                    "no answer in time: the host is not there, the server hangs, or only one side speaks TLS");
        }
        if (e instanceof ConnectException) {
            return unreachable("nobody listens at that address (connection refused)");
        }
        if (e instanceof SSLException) {
            return unreachable(tlsFailure(e.getMessage() + " " + e.getCause()));
        }
        if (e instanceof MalformedFrameException || e instanceof ProtocolVersionMismatchException) {
            return new Unreachable(
                    Cause.UNREADABLE, "the other side does not speak AMQP 0-9-1, or speaks it in TLS only");
        }
        return null;
    }

    private static @Nullable Unreachable closedWith(int replyCode) {
        return switch (replyCode) {
            case AMQP.ACCESS_REFUSED -> new Unreachable(Cause.NOT_PERMITTED, "user or password is wrong");
            case AMQP.NOT_ALLOWED, AMQP.NOT_FOUND, AMQP.INVALID_PATH ->
                new Unreachable(
                        Cause.NOT_PERMITTED, "the virtual host does not exist, or the user has no permissions in it");
            case AMQP.CONNECTION_FORCED ->
                unreachable("the server is being shut down, or an operator closed the connection");
            default -> null;
        };
    }

    private static String tlsFailure(String text) {
        if (text.contains("Unsupported or unrecognized SSL message")) {
            return "the client speaks TLS, but the server does not: use amqp://";
        }
        if (text.contains("PKIX") || text.contains("CertPath")) {
            return "the server's certificate is not trusted by this JVM";
        }
        return text.contains("subject alternative") || text.contains("No name matching")
                ? "the server's certificate is for another host name"
                : "the TLS handshake failed";
    }

    private static Unreachable unreachable(String reason) {
        return new Unreachable(Cause.UNREACHABLE, reason);
    }
}
