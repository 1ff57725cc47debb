package dev.parityguard.service.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.MongoStub;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on recorded documents behind the real driver. */
class MongodbContractTest extends ProbeContract {
    private static final String PASSWORD = "c4nary-passw0rd";

    private static MongoStub server;

    @BeforeAll
    static void start() {
        server = RecordedDeployment.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ProbeProvider provider() {
        return new MongodbProvider();
    }

    @Override
    protected BackingServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return RecordedDeployment.start();
    }

    @Override
    protected Target healthy(String host, int port) {
        return target("", port, "");
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return target("app:" + PASSWORD + "@", port, "");
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        MongoStub forbidding = closeAfterwards(RecordedDeployment.start());
        for (String command : List.of("getParameter", "getDefaultRWConcern", "listCollections")) {
            forbidding.refuse(command, 13, "Unauthorized");
        }
        return target("", forbidding.port(), "");
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return target("", port, "?tls=true");
    }

    /** Any server that demands TLS answers plain text in the same way. */
    @Override
    protected Target lackingTls() {
        RedisServer tls = closeAfterwards(RedisServer.version("7.4.1").tls().start());
        return target("", tls.port(), "");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    /** A connection that the driver's monitor is opening when the client is closed lives until its answer or timeout. */
    @Override
    protected int connectionsOfTheHandle() {
        return 1;
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("mongo stub") || thread.getName().startsWith("cluster-");
    }

    /** What was answered before the cut is true, the rest is unknown. */
    @Override
    protected void assertCut(Observation observation) throws Exception {
        if (observation instanceof Observed part) {
            Observed whole = MongodbLook.seen(healthy(server.host(), server.port()));
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

    private static Target target(String credentials, int port, String options) {
        return Target.url("mongodb://" + credentials + "127.0.0.1:" + port + "/" + options)
                .with("database", "shop")
                .with("collections", "orders, open_orders");
    }
}
