package dev.parityguard.service.redis;

import dev.parityguard.probe.Deadline;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens one more connection of the application's client, within the deadline instead of the client's own time limit. The
 * client connects on even when nobody waits any more, so what arrives late is closed when it arrives; it is known by its
 * codec, an object of its own. A connect that never succeeds ends with the client's own time limit.
 */
final class FurtherConnection implements RedisConnectionStateListener {
    private final RedisCodec<String, String> codec = new StringCodec(StandardCharsets.UTF_8);
    private final RedisClient client;
    private final List<RedisChannelHandler<?, ?>> arrived = new ArrayList<>();
    private boolean abandoned;

    FurtherConnection(RedisClient client) {
        this.client = client;
    }

    StatefulRedisConnection<String, String> open(Deadline deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        // Only the blocking form of connect knows the address that the client was made with.
        FutureTask<StatefulRedisConnection<String, String>> connecting = new FutureTask<>(() -> client.connect(codec));
        client.addListener(this);
        Thread thread = new Thread(connecting, "parity-guard-redis-connect");
        thread.setDaemon(true);
        thread.start();
        try {
            StatefulRedisConnection<String, String> connection =
                    connecting.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
            client.removeListener(this);
            return connection;
        } catch (ExecutionException e) {
            client.removeListener(this);
            throw e;
        } catch (InterruptedException | TimeoutException e) {
            connecting.cancel(true);
            abandon();
            throw e;
        }
    }

    @Override
    public synchronized void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
        if (connection instanceof StatefulRedisConnectionImpl<?, ?> candidate && candidate.getCodec() == codec) {
            arrived.add(connection);
            if (abandoned) {
                closeArrived();
            }
        }
    }

    private synchronized void abandon() {
        abandoned = true;
        closeArrived();
    }

    /** Without waiting: connections arrive on the thread that would also have to close them. */
    private void closeArrived() {
        CompletableFuture<?>[] closing =
                arrived.stream().map(RedisChannelHandler::closeAsync).toArray(CompletableFuture[]::new);
        arrived.clear();
        CompletableFuture.allOf(closing).exceptionally(alreadyClosed -> null);
    }
}
