package dev.parityguard.service.kafka;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/** Says in own words why a cluster could not be looked at: those of the client hold hosts and what was answered. */
final class ConnectionFailure {
    private static final int DEPTH = 10;

    private ConnectionFailure() {}

    static Unreachable of(@Nullable Throwable failure, @Nullable Admin admin, @Nullable Connections before) {
        int depth = 0;
        for (Throwable e = failure; e != null && depth < DEPTH; e = e.getCause(), depth++) {
            if (e instanceof SslAuthenticationException) {
                return unreachable(tlsFailure(String.valueOf(e.getCause())));
            }
            if (e instanceof AuthenticationException) {
                return new Unreachable(
                        Cause.NOT_PERMITTED,
                        "user or password is wrong, or the cluster does not know the SASL mechanism");
            }
            if (e instanceof ConfigException) {
                return unreachable("no host name of the bootstrap servers is known here");
            }
            if (e instanceof IllegalStateException) {
                return unreachable("the client is closed");
            }
        }
        return admin == null || before == null
                ? unreachable("the client could not be made")
                : unanswered(before, Connections.of(admin));
    }

    private static Unreachable unanswered(Connections before, Connections after) {
        double made = after.opened() - before.opened();
        double closed = made - (after.open() - before.open());
        if (closed > 1 || (closed == 1 && after.open() == 0)) {
            return unreachable("the brokers close the connection again and again: "
                    + "does only one side speak TLS, or want a login (SASL)?");
        }
        if (made == 0 && after.open() == 0) {
            return unreachable("no broker takes a connection: nobody listens there, or the network is in between");
        }
        return new Unreachable(
                Cause.TIMED_OUT, "no answer in time: the broker hangs, is no Kafka, or only one side speaks TLS");
    }

    private static String tlsFailure(String cause) {
        if (cause.contains("Unrecognized SSL message") || cause.contains("Unsupported or unrecognized SSL message")) {
            return "the client speaks TLS, but the broker does not";
        }
        if (cause.contains("PKIX") || cause.contains("CertPath")) {
            return "the broker's certificate is not trusted by the client (TLS)";
        }
        return cause.contains("subject alternative") || cause.contains("No name matching")
                ? "the broker's TLS certificate is for another host name"
                : "the TLS handshake failed";
    }

    private static Unreachable unreachable(String reason) {
        return new Unreachable(Cause.UNREACHABLE, reason);
    }
}
