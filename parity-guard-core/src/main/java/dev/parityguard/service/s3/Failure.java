package dev.parityguard.service.s3;

import dev.parityguard.fact.Unknown;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a question got no answer, in words of our own: messages of clients repeat addresses and more.
 *
 * @param reason for a person
 */
record Failure(Unknown.Cause cause, String reason) {
    static final Failure TIMED_OUT = new Failure(Unknown.Cause.TIMED_OUT, "no answer in time");
    private static final String NO_SUCH_HOST = "no such host: ";
    private static final int MAX_CAUSES = 20;

    boolean isNoSuchHost() {
        return reason.startsWith(NO_SUCH_HOST);
    }

    /** Reads a client's exception: the first cause in its chain that says something decides. */
    static Failure of(Throwable thrown, @Nullable URI sent) {
        String host = sent == null || sent.getHost() == null ? "its host" : sent.getHost();
        Throwable each = thrown;
        for (int i = 0; each != null && i < MAX_CAUSES; i++, each = each.getCause()) {
            String type = each.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            if (each instanceof UnknownHostException) {
                return new Failure(Unknown.Cause.UNREACHABLE, NO_SUCH_HOST + host);
            } else if (each instanceof SSLException) {
                return new Failure(Unknown.Cause.UNREACHABLE, "no TLS connection to " + host + ": " + tls(each));
            } else if (each instanceof SocketTimeoutException
                    || each instanceof InterruptedIOException
                    || each instanceof InterruptedException
                    || type.contains("timeout")
                    || type.contains("abort")) {
                return TIMED_OUT;
            } else if (each instanceof ConnectException) {
                return new Failure(Unknown.Cause.UNREACHABLE, "connection refused by " + host);
            } else if (each instanceof NoRouteToHostException) {
                return new Failure(Unknown.Cause.UNREACHABLE, "no route to " + host);
            } else if (each instanceof SocketException || each instanceof EOFException || isEnd(each)) {
                return new Failure(Unknown.Cause.UNREACHABLE, host + " cut the connection" + hint(sent));
            }
        }
        if (sent == null) {
            return String.valueOf(thrown.getMessage()).contains("credentials")
                    ? new Failure(Unknown.Cause.NOT_PERMITTED, "the client has no credentials to sign with")
                    : new Failure(Unknown.Cause.UNREADABLE, "the client could not make a request of it");
        }
        return new Failure(Unknown.Cause.UNREADABLE, "the answer of " + host + " is no HTTP" + hint(sent));
    }

    /** HttpURLConnection and Apache's client have exceptions without a type of their own for it. */
    private static boolean isEnd(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.startsWith("Unexpected end of file")
                || message.startsWith("Premature EOF")
                || message.contains("failed to respond");
    }

    private static String hint(@Nullable URI sent) {
        return sent != null && "http".equals(sent.getScheme()) ? ", as if it expects TLS (https)" : "";
    }

    private static String tls(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.contains("PKIX") || message.contains("certificate")
                ? "its certificate is not trusted"
                : "the other side does not speak it";
    }
}
