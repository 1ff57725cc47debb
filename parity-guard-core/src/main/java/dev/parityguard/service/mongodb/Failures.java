package dev.parityguard.service.mongodb;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in own words why nothing was answered: the driver's words repeat hosts, users and what the other side sent. */
final class Failures {
    private static final Unreachable TIMED_OUT = new Unreachable(
            Cause.TIMED_OUT, "no answer in time: the host is not there, the server hangs, or only one side speaks TLS");

    private Failures() {}

    /** Waiting for a server ends in a timeout whatever the reason; what the driver met meanwhile tells more. */
    static Unreachable unreachable(MongoException thrown, ClusterDescription cluster) {
        List<Throwable> chain = chain(thrown);
        for (ServerDescription server : cluster.getServerDescriptions()) {
            chain.addAll(chain(server.getException()));
        }
        if (any(chain, MongoSecurityException.class)) {
            return new Unreachable(Cause.NOT_PERMITTED, "the credentials were refused");
        } else if (any(chain, SSLException.class)) {
            return new Unreachable(
                    Cause.UNREACHABLE, "TLS: the other side does not speak it, or its certificate is not trusted");
        } else if (any(chain, UnknownHostException.class)) {
            return new Unreachable(Cause.UNREACHABLE, "the host name is not known here");
        } else if (any(chain, ConnectException.class)) {
            return new Unreachable(Cause.UNREACHABLE, "nobody listens at that address (connection refused)");
        } else if (any(chain, SocketTimeoutException.class) || any(chain, MongoInterruptedException.class)) {
            return TIMED_OUT;
        } else if (any(chain, MongoSocketException.class)) {
            return new Unreachable(
                    Cause.UNREACHABLE, "the connection was cut: does the other side expect TLS, or is it no MongoDB?");
        }
        return any(chain, MongoTimeoutException.class)
                ? TIMED_OUT
                : new Unreachable(Cause.UNREADABLE, "something answers, but not as MongoDB does");
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> chain(@Nullable Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
