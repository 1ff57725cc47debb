package dev.parityguard.service.redis;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.parityguard.probe.ProbeContract;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.servers.BackingServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.target.Target;
import io.lettuce.core.RedisClient;
import io.lettuce.core.resource.DefaultClientResources;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;

class RedisLettuceContractTest extends ProbeContract {
    private static final String PASSWORD = "c4nary-passw0rd";
    private static RedisServer server;
    private static DefaultClientResources resources;

    @BeforeAll
    static void start() {
        // Lettuce writes all that it sends to its trace log, so an application that uses it has its password there
        // anyway.
        ((Logger) LoggerFactory.getLogger("io.lettuce")).setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("io.netty")).setLevel(Level.INFO);
        server = started();
        resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        // Loading Lettuce alone may take longer than a test gives.
        try (RedisClient client = RedisClient.create(resources, server.url())) {
            client.connect().close();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        resources.shutdown(0, 2, TimeUnit.SECONDS).await(5, TimeUnit.SECONDS);
        server.close();
        ((Logger) LoggerFactory.getLogger("io.lettuce")).setLevel(null);
        ((Logger) LoggerFactory.getLogger("io.netty")).setLevel(null);
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
        return client("redis://app:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected Target wrongCredentials(String host, int port) {
        return client("redis://app:" + PASSWORD + "-wrong@" + host + ":" + port);
    }

    @Override
    protected Target leastPrivilege(String host, int port) {
        return client("redis://least:" + PASSWORD + "@" + host + ":" + port);
    }

    @Override
    protected Target demandingTls(String host, int port) {
        return Target.of(closeAfterwards(
                RedisClient.create(resources, "rediss://app:" + PASSWORD + "@" + host + ":" + port + "?timeout=1s")));
    }

    @Override
    protected Target lackingTls() {
        RedisServer encrypted = closeAfterwards(RedisServer.version("7").tls().start());
        return client("redis://app:" + PASSWORD + "@" + encrypted.host() + ":" + encrypted.port());
    }

    @Override
    protected boolean isOfTheHandle(Thread thread) {
        return thread.getName().startsWith("lettuce-") || thread.getName().startsWith("globalEventExecutor");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    /** An unfinished connect of Lettuce ends no sooner than its own time limit, a minute unless it is set. */
    private Target client(String url) {
        return Target.of(closeAfterwards(RedisClient.create(resources, url + "?timeout=4s")));
    }

    private static RedisServer started() {
        return RedisServer.version("7")
                .configuration("user app on >" + PASSWORD + " ~* +@all")
                .configuration("user least on >" + PASSWORD + " -@all")
                .start();
    }
}
