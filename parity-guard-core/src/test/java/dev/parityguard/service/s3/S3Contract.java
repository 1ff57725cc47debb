package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import dev.parityguard.servers.S3Server.Backend;
import dev.parityguard.servers.S3Stub;
import dev.parityguard.servers.StubReply;
import dev.parityguard.target.Target;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on S3Proxy, which checks signatures; by client and by URL. */
abstract class S3Contract extends ProbeContract {
    static final String WRONG_SECRET = "a-secret-key-that-is-wrong";

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.s3proxy(Backend.TRANSIENT).start();
        Stores.clientWithBucket(server).close();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The target for those credentials. */
    abstract Target target(URI endpoint, String secretKey);

    @Override
    protected Target healthy(String host, int port) {
        return target(http("http", host, port), server.secretKey());
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target(http("http", host, port), WRONG_SECRET);
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        return target(forbidding().endpoint(), server.secretKey());
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return target(http("https", host, port), server.secretKey());
    }

    /** Any server that demands TLS answers HTTP in the same way. */
    @Override
    protected Target lackingTls() {
        RedisServer tls = closeAfterwards(RedisServer.version("7.4.1").tls().start());
        return target(http("http", tls.host(), tls.port()), server.secretKey());
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("S3 stub");
    }

    /** Each question has a connection of its own: what was answered before the cut is true, the rest is unknown. */
    @Override
    protected void assertCut(Observation observation) throws Exception {
        if (observation instanceof Observed part) {
            Observed whole = (Observed) Stores.look(healthy(server.host(), server.port()));
            assertThat(part.facts().stream().filter(fact -> fact.name().startsWith("setting.")))
                    .isSubsetOf(whole.facts().all());
            assertThat(whole.facts().stream().map(Fact::name))
                    .allSatisfy(name -> assertThat(part.facts().value(name) != null
                                    || part.unknowns().stream().anyMatch(unknown -> unknown.covers(name)))
                            .as(name)
                            .isTrue());
        } else {
            assertUnreachable(observation, Cause.UNREACHABLE, Cause.TIMED_OUT, Cause.UNREADABLE);
        }
    }

    private static URI http(String scheme, String host, int port) {
        return URI.create(scheme + "://" + host + ":" + port);
    }

    @Override
    protected ProbeProvider provider() {
        return new S3ProbeProvider();
    }

    @Override
    protected BackingServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        S3Server another = S3Server.s3proxy(Backend.TRANSIENT).start();
        Stores.clientWithBucket(another).close();
        return another;
    }

    @Override
    protected List<String> secrets() {
        return List.of(server.secretKey(), WRONG_SECRET);
    }

    /** A store of whose bucket only the versioning may be read. No store that runs here has rights of its own. */
    S3Stub forbidding() {
        return closeAfterwards(S3Stub.start())
                .otherwise(StubReply.of(403).body("<Error><Code>AccessDenied</Code></Error>"))
                .answer("GET", "versioning", StubReply.of(200).body("<VersioningConfiguration/>"));
    }
}
