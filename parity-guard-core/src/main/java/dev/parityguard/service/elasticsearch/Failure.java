package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * Why a question got no answer, in own words: those of the other side may repeat what it was sent.
 *
 * @param reason for a person
 */
record Failure(Cause cause, String reason) {
    static final String NO_TLS_ANSWER = "no answer to the TLS handshake";

    static Failure timedOut(boolean tls) {
        return new Failure(Cause.TIMED_OUT, "no answer in time" + (tls ? ", which may be for want of TLS" : ""));
    }

    static Failure of(Exception thrown, boolean tls) {
        if (thrown instanceof UnknownHostException) {
            return new Failure(Cause.UNREACHABLE, "the host name is not known here");
        } else if (thrown instanceof SSLException) {
            return new Failure(Cause.UNREACHABLE, tlsFailure(thrown.getClass().getSimpleName() + thrown.getMessage()));
        } else if (thrown instanceof SocketTimeoutException || thrown instanceof InterruptedIOException) {
            return timedOut(tls);
        } else if (thrown instanceof ConnectException) {
            return new Failure(Cause.UNREACHABLE, "nobody listens at that address (connection refused)");
        } else if (thrown instanceof ProtocolException) {
            return new Failure(Cause.UNREADABLE, "the answer is no HTTP" + hint(tls));
        }
        return new Failure(Cause.UNREACHABLE, "the connection was cut" + hint(tls));
    }

    Unreachable unreachable() {
        return new Unreachable(cause, reason);
    }

    private static String hint(boolean tls) {
        return tls ? "" : ": does the other side expect TLS (https)?";
    }

    private static String tlsFailure(String text) {
        if (text.contains("Unsupported or unrecognized SSL message") || text.contains("NotSslRecord")) {
            return "the URL says https, but the other side does not speak TLS: use http";
        }
        if (text.contains(NO_TLS_ANSWER)) {
            return "the server does not answer the TLS handshake: use http if it speaks plain text";
        }
        if (text.contains("PKIX") || text.contains("CertPath")) {
            return "the server's TLS certificate is not trusted by this JVM";
        }
        return text.contains("subject alternative") || text.contains("No name matching")
                ? "the server's TLS certificate is for another host name"
                : "the TLS handshake failed";
    }
}
