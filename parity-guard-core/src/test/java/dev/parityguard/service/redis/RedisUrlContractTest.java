package dev.parityguard.service.redis;

import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisUrlContractTest extends ProbeContract {
    private static final String PASSWORD = "c4nary-passw0rd";
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ProbeProvider provider() {
        return new RedisProbeProvider();
    }

    @Override
    protected BackingServer server() {
        return server;
    }

    @Override
    protected BackingServer startAnother() {
        return started();
    }

    @Override
    protected Target healthy(String host, int port) {
        return Target.url("redis://app:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return Target.url("redis://app:" + PASSWORD + "-wrong@" + host + ":" + port);
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        return Target.url("redis://least:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return Target.url("rediss://app:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected Target lackingTls() {
        RedisServer encrypted = closeAfterwards(RedisServer.version("7").tls().start());
        return Target.url("redis://app:" + PASSWORD + "@" + encrypted.host() + ":" + encrypted.port());
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    private static RedisServer started() {
        return RedisServer.version("7")
                .configuration("user app on >" + PASSWORD + " ~* +@all")
                .configuration("user least on >" + PASSWORD + " -@all")
                .start();
    }
}
