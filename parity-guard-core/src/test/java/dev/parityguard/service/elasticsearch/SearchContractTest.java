package dev.parityguard.service.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.SearchStub;
import dev.parityguard.target.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on recorded answers: no distribution that can be had here knows users. */
class SearchContractTest extends ProbeContract {
    private static final String WRONG = "c4nary-wrong";

    private static SearchStub server;
    private static Observed whole;

    @BeforeAll
    static void start() throws Exception {
        server = RecordedCluster.start();
        whole = (Observed) SearchLook.at(target("http", RecordedCluster.USER, RecordedCluster.PASSWORD, server.port()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ProbeProvider provider() {
        return new ElasticsearchProvider();
    }

    @Override
    protected BackingServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return RecordedCluster.start();
    }

    @Override
    protected Target healthy(String host, int port) {
        return target("http", RecordedCluster.USER, RecordedCluster.PASSWORD, port);
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target("http", RecordedCluster.USER, WRONG, port);
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        return target("http", RecordedCluster.LEAST, RecordedCluster.PASSWORD, port);
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return target("https", RecordedCluster.USER, RecordedCluster.PASSWORD, port);
    }

    /** Any server that demands TLS answers plain text in the same way. */
    @Override
    protected Target lackingTls() {
        RedisServer tls = closeAfterwards(RedisServer.version("7.4.1").tls().start());
        return target("http", RecordedCluster.USER, RecordedCluster.PASSWORD, tls.port());
    }

    @Override
    protected List<String> secrets() {
        return List.of(RecordedCluster.PASSWORD, encoded(RecordedCluster.PASSWORD), WRONG);
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("search stub") || thread.getName().startsWith("HTTP-Dispatcher");
    }

    /** Each question has a connection of its own: what was answered before the cut is true, the rest is unknown. */
    @Override
    protected void assertCut(Observation observation) {
        if (observation instanceof Observed part) {
            assertThat(part.facts()).isSubsetOf(whole.facts().all());
            assertThat(whole.facts().stream().map(Fact::name))
                    .allSatisfy(name -> assertThat(part.facts().value(name) != null
                                    || part.unknowns().stream().anyMatch(unknown -> unknown.covers(name)))
                            .as(name)
                            .isTrue());
        } else {
            assertUnreachable(observation, Cause.UNREACHABLE, Cause.TIMED_OUT, Cause.UNREADABLE);
        }
    }

    private static Target target(String scheme, String user, String password, int port) {
        return Target.url(scheme + "://" + user + ":" + encoded(password) + "@127.0.0.1:" + port)
                .with("indices", "orders");
    }

    private static String encoded(String password) {
        return URLEncoder.encode(password, StandardCharsets.UTF_8);
    }
}
