package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.RedisServerBuilder;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** I43, an in-process map in place of Redis, shows in the frameworks' wiring and cannot be set up here. */
class RedisIncidentsTest {
    private static final ProbeProvider PROVIDER = ServiceLoader.load(ProbeProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.kind().equals("redis"))
            .findFirst()
            .orElseThrow();
    private static final IncidentFixture REDIS = new IncidentFixture("redis", null, PROVIDER.catalogue());
    private static final IncidentFixture QUEUE = new IncidentFixture("redis", "queue", PROVIDER.catalogue());

    @Test
    @Incident(value = "I37", fact = "redis.maxmemory_policy", severity = Severity.ERROR)
    void jobQueueWhenItsServerEvictsAnyKey() throws Exception {
        Observed a = seen(redis("7.0").argument("--maxmemory", "64mb").argument("--maxmemory-policy", "noeviction"));
        Observed b = seen(redis("7.0").argument("--maxmemory", "64mb").argument("--maxmemory-policy", "allkeys-lru"));
        QUEUE.assertFinding(a, b, "maxmemory_policy", Severity.ERROR);
        assertThat(QUEUE.findingsWithoutProfile(b)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("redis.behaviour.memory_full");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
        assertThat(QUEUE.findingsWithoutProfile(a)).isEmpty();
    }

    @Test
    @Incident(value = "I38", fact = "redis.notify_keyspace_events", severity = Severity.ERROR)
    void sessionListenersWhenKeyspaceEventsAreOff() throws Exception {
        Observed a = seen(redis("7.0").argument("--notify-keyspace-events", "Ex"));
        REDIS.assertFinding(a, seen(redis("7.0")), "notify_keyspace_events", Severity.ERROR);
        REDIS.assertAgrees(a, seen(redis("7.0").argument("--notify-keyspace-events", "KEA")));
    }

    @Test
    @Incident(value = "I39", fact = "redis.mode", severity = Severity.ERROR)
    void transactionsOverSeveralKeysWhenTheServiceIsACluster() throws Exception {
        REDIS.assertFinding(seen(redis("7.0")), seen(redis("7.0").cluster()), "mode", Severity.ERROR);
    }

    @Test
    @Incident(value = "I40", fact = "redis.command.GETDEL", severity = Severity.ERROR)
    void applicationThatUsesGetdelWhenTheServerHasItNot() throws Exception {
        Observed a = seen(redis("6.2"));
        REDIS.assertFinding(
                a, seen(redis("6.2").configuration("rename-command GETDEL \"\"")), "command.GETDEL", Severity.ERROR);
        REDIS.assertFinding(a, seen(redis("6.0")), "version", Severity.ERROR);
        REDIS.assertFinding(a, seen(redis("6.0")), "command.GETDEL", Severity.ERROR);
        REDIS.assertFinding(seen(redis("7.0")), a, "command.SINTERCARD", Severity.ERROR);
    }

    @Test
    @Incident(value = "I41", fact = "redis.role", severity = Severity.ERROR)
    void serviceNameWhenItPointsAtAReplica() throws Exception {
        try (RedisServer primary = redis("7.0").start()) {
            Observed a = (Observed) look(primary.url());
            REDIS.assertFinding(a, seen(redis("7.0").replicaOf(primary)), "role", Severity.ERROR);
        }
    }

    @Test
    @Incident(value = "I42", fact = "redis.reachable", severity = Severity.WARNING)
    void plainConnectionWhenTheServerSpeaksTlsOnly() throws Exception {
        try (RedisServer encrypted = redis("7.0").tls().start()) {
            Observation b = look("redis://127.0.0.1:" + encrypted.port());
            assertThat(b)
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            unreachable -> assertThat(unreachable.reason()).contains("TLS"));
            assertThat(REDIS.findings(seen(redis("7.0")), b)).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("redis.reachable");
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            });
        }
    }

    @Test
    @Incident("B15")
    void instancesThatDifferInIdentityAndTuningThenAgree() throws Exception {
        Observed a = seen(redis("7.0").argument("--hz", "10"));
        Observed b = seen(redis("7.0").argument("--hz", "50").argument("--io-threads", "2"));
        REDIS.assertAgrees(a, b);
    }

    @Test
    @Incident("B03")
    void passwordsThatDifferThenAgree() throws Exception {
        try (RedisServer one = redis("7.0").argument("--requirepass", "one").start();
                RedisServer other =
                        redis("7.0").argument("--requirepass", "other").start()) {
            REDIS.assertAgrees((Observed) look("redis://:one@127.0.0.1:" + one.port()), (Observed)
                    look("redis://:other@127.0.0.1:" + other.port()));
        }
    }

    @Test
    @Incident("B06")
    void primariesWithAndWithoutReplicasThenAgree() throws Exception {
        try (RedisServer lone = redis("7.0").start();
                RedisServer primary = redis("7.0").start();
                RedisServer replica = redis("7.0").replicaOf(primary).start()) {
            assertThat(replica.isRunning()).isTrue();
            REDIS.assertAgrees((Observed) look(primary.url()), (Observed) look(lone.url()));
        }
    }

    private static RedisServerBuilder redis(String version) {
        return RedisServer.version(version);
    }

    private static Observed seen(RedisServerBuilder builder) throws Exception {
        try (RedisServer server = builder.start()) {
            return (Observed) look(server.url());
        }
    }

    private static Observation look(String url) throws Exception {
        return ProbeTrial.run(PROVIDER.probe(Target.url(url)), Duration.ofSeconds(10))
                .observation();
    }
}
