package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.target.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedProductsTest {
    @Test
    void valkeyWhenItClaimsRedis724ThenIsValkeyWithItsOwnVersion() throws Exception {
        Observed seen =
                recorded("""
                # Server\r
                redis_version:7.2.4\r
                server_name:valkey\r
                valkey_version:8.1.1\r
                redis_mode:standalone\r
                # Replication\r
                role:master\r
                """, Map.of("server", "valkey", "version", "8.1.1", "mode", "standalone", "role", "master"));
        assertFacts(seen, "product", "valkey", "version", "8.1.1", "redis_version", "7.2.4");
    }

    @Test
    void valkeyWhenHelloSaysRedisForCompatibilityThenInfoIsBelieved() throws Exception {
        Observed seen = recorded(
                "redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.0.2\r\nos:Amazon ElastiCache\r\n",
                Map.of("server", "redis", "version", "7.2.4"));
        assertFacts(seen, "product", "valkey", "version", "8.0.2", "hosting", "elasticache");
    }

    @Test
    void keyDbWhenOnlyItsExecutableTellsThenIsKeyDb() throws Exception {
        Observed seen = recorded(
                "redis_version:6.3.4\r\nredis_mode:standalone\r\nexecutable:/usr/local/bin/keydb-server\r\n",
                Map.of("server", "redis", "version", "6.3.4"));
        assertFacts(seen, "product", "keydb", "version", "6.3.4");
    }

    @Test
    void dragonflyThenIsDragonflyWithItsOwnVersion() throws Exception {
        Observed seen = recorded(
                "redis_version:7.4.0\r\ndragonfly_version:df-v1.28.1\r\nredis_mode:standalone\r\nmaxmemory:0\r\n",
                Map.of("server", "redis", "version", "7.4.0", "dragonfly_version", "df-v1.28.1"));
        assertFacts(seen, "product", "dragonfly", "version", "1.28.1", "redis_version", "7.4.0");
    }

    @Test
    void elastiCacheWithoutConfigThenTellsFromInfoWhatItCan() throws Exception {
        Observed seen =
                recorded("""
                redis_version:7.0.7\r
                redis_mode:cluster\r
                os:Amazon ElastiCache\r
                maxmemory:1073741824\r
                maxmemory_policy:volatile-lru\r
                aof_enabled:0\r
                role:master\r
                cluster_enabled:1\r
                """, Map.of("server", "redis", "version", "7.0.7", "mode", "cluster", "role", "master"));
        assertFacts(
                seen,
                "product",
                "redis",
                "hosting",
                "elasticache",
                "mode",
                "cluster",
                "maxmemory_policy",
                "volatile-lru",
                "maxmemory_limited",
                "yes",
                "behaviour.memory_full",
                "evicts keys with expiry");
        assertThat(seen.unknowns())
                .filteredOn(unknown -> unknown.covers("notify_keyspace_events"))
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.cause()).isEqualTo(Unknown.Cause.NOT_SUPPORTED);
                    assertThat(unknown.missing()).contains("CONFIG GET");
                });
    }

    @Test
    void redisCloudWhenItHidesItsVersionInInfoThenHelloTellsIt() throws Exception {
        Observed seen = recorded(
                "redis_version:\r\nredis_mode:standalone\r\nrole:master\r\nrlec_version:7.8.2\r\n",
                Map.of("server", "redis", "version", "7.4.0"));
        assertFacts(seen, "product", "redis", "version", "7.4.0", "hosting", "redis-enterprise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOAUTH Authentication required. | NOT_PERMITTED | password",
                "LOADING Redis is loading the dataset in memory | UNREACHABLE | still loading",
                "MASTERDOWN Link with MASTER is down | UNREACHABLE | lost its primary",
                "BUSY Redis is busy running a script. | UNREACHABLE | script",
                "DENIED Redis is running in protected mode | NOT_PERMITTED | protected mode",
                "MOVED 3999 10.0.0.7:6381 | UNREACHABLE | another one",
                "ERR this is user s3cr3t at 10.0.0.7 | UNREACHABLE | refused every command"
            })
    void serverWhenItRefusesEverythingThenIsUnreachableForThatReason(String refusal, Unknown.Cause cause, String reason)
            throws Exception {
        RedisPipeline refusing = commands ->
                commands.stream().<Object>map(command -> new Exception(refusal)).toList();
        assertThat(Look.at(Target.of(refusing))).isInstanceOfSatisfying(Unreachable.class, unreachable -> {
            assertThat(unreachable.cause()).isEqualTo(cause);
            assertThat(unreachable.reason()).contains(reason).doesNotContain("10.0.0.7", "s3cr3t");
        });
    }

    @Test
    void adapterWhenItThrowsThenItsMessageIsNotRepeated() throws Exception {
        RedisPipeline failing = commands -> {
            throw new IllegalStateException("cannot log in with s3cr3t");
        };
        assertThat(Look.at(Target.of(failing)))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason())
                                .isEqualTo("the connection failed: IllegalStateException"));
    }

    @Test
    void adapterWhenItGivesTooFewRepliesThenThatIsSaid() throws Exception {
        RedisPipeline short_ = commands -> List.of("PONG");
        assertThat(Look.at(Target.of(short_)))
                .isInstanceOfSatisfying(
                        NotProbed.class,
                        notProbed -> assertThat(notProbed.reason()).contains("1 replies to"));
    }

    private static Observed recorded(String info, Map<String, Object> hello) throws Exception {
        Observed seen = Look.seen(Target.of(new Recorded().reply("INFO", info).reply("HELLO", hello)));
        assertThat(seen.facts().stream().map(Fact::name))
                .allSatisfy(
                        name -> assertThat(new RedisProbeProvider().catalogue().describe(name))
                                .as(name)
                                .isNotNull());
        return seen;
    }

    private static void assertFacts(Observed seen, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(seen.facts().value(namesAndValues[i]))
                    .as(namesAndValues[i])
                    .isEqualTo(namesAndValues[i + 1]);
        }
    }
}
