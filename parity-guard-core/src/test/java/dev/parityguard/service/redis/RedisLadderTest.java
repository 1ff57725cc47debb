package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisLadderTest {
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.version("7")
                .argument("--maxmemory", "64mb")
                .argument("--maxmemory-policy", "allkeys-lru")
                .configuration("user nothing on >pw -@all")
                .configuration("user info on >pw -@all +info")
                .configuration("user config on >pw -@all +config|get")
                .configuration("user documented on >pw -@all +info +config|get +command|info +acl|whoami +client|info")
                .configuration("user unselect on >pw +@all -select")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void helloAloneThenTellsWhoAnswers() throws Exception {
        Observed seen = seenBy("nothing");
        assertThat(seen.facts().value("product")).isEqualTo("redis");
        assertThat(seen.facts().value("version")).isEqualTo(server.version());
        assertThat(seen.facts().value("mode")).isEqualTo("standalone");
        assertThat(seen.facts().value("role")).isEqualTo("master");
        assertThat(seen.unknowns()).allSatisfy(unknown -> {
            assertThat(unknown.cause()).isEqualTo(Cause.NOT_PERMITTED);
            assertThat(unknown.missing()).contains("+");
        });
        assertMissing(seen, "maxmemory_policy", "+info or +config|get");
        assertMissing(seen, "command.EVAL", "+command|info");
        assertMissing(seen, "acl_user", "+acl|whoami or +client|info");
    }

    @Test
    void infoThenTellsWhatBecomesOfTheData() throws Exception {
        Observed seen = seenBy("info");
        assertThat(seen.facts().value("maxmemory_policy")).isEqualTo("allkeys-lru");
        assertThat(seen.facts().value("behaviour.memory_full")).isEqualTo("evicts any key");
        assertMissing(seen, "notify_keyspace_events", "+config|get");
    }

    @Test
    void configThenTellsWhatInfoMayNot() throws Exception {
        Observed seen = seenBy("config");
        assertThat(seen.facts().value("maxmemory_policy")).isEqualTo("allkeys-lru");
        assertThat(seen.facts().value("maxmemory_limited")).isEqualTo("yes");
        assertThat(seen.facts().value("aof_enabled")).isEqualTo("no");
    }

    @Test
    void theDocumentedRightsThenLeaveNothingUnknown() throws Exception {
        Observed seen = seenBy("documented");
        assertThat(seen.unknowns()).isEmpty();
        assertThat(seen.facts().value("acl_user")).isEqualTo("other");
    }

    @Test
    void databaseInTheUrlWhenSelectIsNotPermittedThenThatIsSaid() throws Exception {
        assertThat(Look.unreachable("redis://unselect:pw@127.0.0.1:" + server.port() + "/2")
                        .reason())
                .contains("+select");
    }

    @Test
    void databaseInTheUrlWhenTheServerHasItNotThenThatIsSaid() throws Exception {
        assertThat(Look.unreachable(server.url() + "/99").reason()).contains("does not have the database");
    }

    @Test
    void configWhenItIsRenamedThenIsNotSupportedHere() throws Exception {
        try (RedisServer renamed = RedisServer.version("7")
                .configuration("rename-command CONFIG \"\"")
                .start()) {
            Observed seen = Look.seen(renamed.url());
            assertThat(seen.facts().value("maxmemory_policy")).isEqualTo("noeviction");
            assertThat(seen.unknowns()).isNotEmpty().allSatisfy(unknown -> {
                assertThat(unknown.cause()).isEqualTo(Cause.NOT_SUPPORTED);
                assertThat(unknown.missing()).contains("CONFIG GET");
            });
        }
    }

    @Test
    void passwordWhenOneIsNeededAndNoneIsGivenThenThatIsSaid() throws Exception {
        try (RedisServer locked =
                RedisServer.version("6.2").argument("--requirepass", "pw").start()) {
            assertThat(Look.unreachable(locked.url()).reason()).contains("asks for a password");
            assertThat(Look.seen("redis://:pw@127.0.0.1:" + locked.port()).unknowns())
                    .isEmpty();
        }
    }

    private static Observed seenBy(String user) throws Exception {
        return Look.seen("redis://" + user + ":pw@127.0.0.1:" + server.port());
    }

    private static void assertMissing(Observed seen, String fact, String missing) {
        assertThat(seen.facts().value(fact)).isNull();
        assertThat(seen.unknowns())
                .filteredOn(unknown -> unknown.covers(fact))
                .extracting(Unknown::missing)
                .containsExactly(missing);
    }
}
