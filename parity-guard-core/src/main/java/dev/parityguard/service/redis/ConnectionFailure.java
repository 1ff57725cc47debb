package dev.parityguard.service.redis;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in own words why a server could not be looked at. The words of clients and servers are not repeated, since they
 * may hold users, hosts or what the other side sent. Clients' exceptions are known by name, so that no client is needed.
 */
final class ConnectionFailure {
    static final String NO_TLS_ANSWER = "no answer to the TLS handshake";

    private static final Map<String, Unreachable> REFUSALS = Map.ofEntries(
            Map.entry("NOAUTH", notPermitted("the server asks for a password, and none was given")),
            Map.entry("WRONGPASS", notPermitted("user or password is wrong, or the user is disabled")),
            Map.entry("ERR invalid password", notPermitted("the password is wrong")),
            Map.entry("ERR Client sent AUTH", notPermitted("a password was given, but the server has none set")),
            Map.entry("ERR AUTH <password> called", notPermitted("a password was given, but the server has none set")),
            Map.entry(
                    "ERR wrong number of arguments for 'auth'",
                    notPermitted("the server does not know users (before 6.0)")),
            Map.entry(
                    "NOPERM",
                    notPermitted("the user may not run any command that tells something: +info is the first to grant")),
            Map.entry("DENIED", notPermitted("protected mode: no password is set, so only local clients are let in")),
            Map.entry("ERR max number of clients", unreachable("the server has no room for one more client")),
            Map.entry("ERR DB index", unsupported("the server does not have the database that the URL names")),
            Map.entry("ERR invalid DB index", unsupported("the server does not have the database that the URL names")),
            Map.entry("ERR SELECT is not allowed", unsupported("the URL names a database, but a cluster has only one")),
            Map.entry("LOADING", unreachable("the server is still loading its data")),
            Map.entry("BUSY", unreachable("the server is busy running a script")),
            Map.entry("MASTERDOWN", unreachable("the replica has lost its primary and answers nothing")),
            Map.entry(
                    "MOVED",
                    unreachable("the node sends its clients to another one, which the guard does not follow")));

    private ConnectionFailure() {}

    /** Why nothing is known when the server refused everything. */
    static Unreachable refused(String text) {
        Unreachable known = known(text);
        return known != null ? known : unreachable("the server refused every command");
    }

    /** Whether the server's words say why it lets nobody in. */
    static boolean isKnown(Exception refusal) {
        return known(String.valueOf(refusal.getMessage())) != null;
    }

    /** Why nothing is known when connecting or sending failed. */
    static Unreachable of(Throwable failure, @Nullable Boolean tls) {
        Unreachable best = null;
        int depth = 0;
        for (Throwable e = failure; e != null && depth < 10; e = e.getCause(), depth++) {
            Unreachable here = describe(e, tls);
            best = here == null ? best : here;
        }
        return best != null
                ? best
                : unreachable("the connection failed: " + failure.getClass().getSimpleName());
    }

    private static @Nullable Unreachable describe(Throwable e, @Nullable Boolean tls) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        Unreachable refusal = known(message);
        if (refusal != null) {
            return refusal;
        }
        String name = e.getClass().getSimpleName();
        if (e instanceof UnknownHostException || e instanceof UnresolvedAddressException) {
            return unreachable("the host name is not known here");
        }
        if (name.contains("Timeout") || e instanceof InterruptedException) {
            return new Unreachable(
                    Cause.TIMED_OUT,
                    "no answer in time: the host is not there, the server hangs"
                            + (tls == null ? ", or only one side speaks TLS" : ""));
        }
        if (e instanceof ConnectException) {
            return unreachable("nobody listens at that address (connection refused)");
        }
        if (e instanceof SSLException) {
            return unreachable(tlsFailure(name + ' ' + message + ' ' + e.getCause()));
        }
        if (name.contains("ProtocolException") || message.contains("Invalid first byte")) {
            // A TLS alert begins with byte 21.
            return unreachable(
                    message.contains("Invalid first byte: 21")
                            ? "the server answers in TLS, but the client does not speak it: use rediss://"
                            : "the other side does not speak the Redis protocol");
        }
        if (name.equals("EOFException")
                || name.contains("ClosedChannel")
                || message.matches("(?i).*(closed|reset|broken pipe).*")) {
            return unreachable("the server closed the connection"
                    + (Boolean.TRUE.equals(tls) ? "" : ": does it expect TLS (rediss://)?"));
        }
        return null;
    }

    private static String tlsFailure(String text) {
        if (text.contains("NotSslRecord") || text.contains("Unsupported or unrecognized SSL message")) {
            return "the client speaks TLS, but the server does not: use redis://";
        }
        if (text.contains(NO_TLS_ANSWER)) {
            return "the server does not answer the TLS handshake: use redis:// if it speaks plain text";
        }
        if (text.contains("PKIX") || text.contains("CertPath")) {
            return "the server's certificate is not trusted by this JVM";
        }
        return text.contains("subject alternative") || text.contains("No name matching")
                ? "the server's certificate is for another host name"
                : "the TLS handshake failed";
    }

    private static @Nullable Unreachable known(String text) {
        if (text.startsWith("NOPERM") && text.contains("'select'")) {
            return notPermitted("the user may not choose the database that the URL names: +select");
        }
        return REFUSALS.entrySet().stream()
                .filter(refusal -> text.startsWith(refusal.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Unreachable notPermitted(String reason) {
        return new Unreachable(Cause.NOT_PERMITTED, reason);
    }

    private static Unreachable unreachable(String reason) {
        return new Unreachable(Cause.UNREACHABLE, reason);
    }

    private static Unreachable unsupported(String reason) {
        return new Unreachable(Cause.NOT_SUPPORTED, reason);
    }
}
