package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import io.lettuce.core.RedisClient;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedisVersionsTest {
    private static List<String> versions() {
        return RedisServer.availableVersions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void serverOfAnyVersionThenEveryFactIsDescribedAndStable(String version) throws Exception {
        try (RedisServer server = RedisServer.version(version).start()) {
            Observed seen = Look.seen(server.url());

            assertThat(seen.facts().value("product")).isEqualTo("redis");
            assertThat(seen.facts().value("version")).isEqualTo(version);
            assertThat(seen.facts().value("command.EVAL")).isEqualTo("yes");
            assertThat(seen.facts().stream().map(Fact::name))
                    .contains("mode", "role", "acl_user", "tls", "maxmemory_policy", "maxmemory_limited")
                    .contains("behaviour.memory_full", "aof_enabled", "rdb_enabled", "databases")
                    .contains("notify_keyspace_events", "setting.timeout")
                    .allSatisfy(name -> assertThat(
                                    new RedisProbeProvider().catalogue().describe(name))
                            .as(name)
                            .isNotNull());
            assertThat(seen.unknowns()).extracting(Unknown::fact).isEmpty();
            assertThat(Look.seen(server.url())).isEqualTo(seen);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void serverOfAnyVersionThenLettuceSeesWhatTheUrlSees(String version) throws Exception {
        try (RedisServer server = RedisServer.version(version).start();
                RedisClient client = RedisClient.create(server.url())) {
            assertThat(Look.seen(Target.of(client))).isEqualTo(Look.seen(server.url()));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void commandsThatTheApplicationUsesThenAreAskedFor(String version) throws Exception {
        try (RedisServer server = RedisServer.version(version).start()) {
            Observed seen = Look.seen(Target.url(server.url()).with("commands", "zadd, nosuchcommand"));
            assertThat(seen.facts().value("command.ZADD")).isEqualTo("yes");
            assertThat(seen.facts().value("command.NOSUCHCOMMAND")).isNull();
        }
    }
}
