package dev.parityguard.service.redis;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.StringCodec;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the application's own Lettuce client or connection. Of a client, a further connection is opened and closed
 * again; of a cluster, the node asked is one that takes writes, as the application's would.
 */
final class LettuceProbe implements Probe {
    private final Object handle;
    private final @Nullable String usedCommands;

    LettuceProbe(Object handle, @Nullable String usedCommands) {
        this.handle = handle;
        this.usedCommands = usedCommands;
    }

    @Override
    public Observation observe(ProbeContext context) {
        Deadline deadline = context.deadline();
        try {
            if (handle instanceof StatefulRedisConnection<?, ?> connection) {
                return ask(connection, deadline);
            }
            if (handle instanceof StatefulRedisClusterConnection<?, ?> connection) {
                return askPrimary(connection, deadline);
            }
            if (handle instanceof RedisClient client) {
                try (var connection = new FurtherConnection(client).open(deadline)) {
                    return ask(connection, deadline);
                }
            }
            return askThroughOwn((RedisClusterClient) handle, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ConnectionFailure.of(e, null);
        } catch (Exception e) {
            return ConnectionFailure.of(e, null);
        }
    }

    private Observation ask(StatefulRedisConnection<?, ?> connection, Deadline deadline) {
        return connection.isMulti()
                ? new NotProbed(
                        "the connection is in a transaction (MULTI), of which the questions would become a part")
                : Inspection.of(new LettucePipeline<>(connection, deadline), usedCommands, null);
    }

    private Observation askThroughOwn(RedisClusterClient client, ProbeContext context) throws Exception {
        context.onCancel(Thread.currentThread()::interrupt);
        client.getPartitions(); // asks for the nodes, unless the application has connected before
        CompletableFuture<StatefulRedisClusterConnection<String, String>> connecting =
                client.connectAsync(StringCodec.UTF8);
        try (var connection = connecting.get(context.deadline().remainingMillis(), TimeUnit.MILLISECONDS)) {
            return askPrimary(connection, context.deadline());
        } catch (TimeoutException | InterruptedException e) {
            CompletableFuture<Void> unused = connecting.thenCompose(StatefulRedisClusterConnection::closeAsync);
            throw e;
        }
    }

    private Observation askPrimary(StatefulRedisClusterConnection<?, ?> connection, Deadline deadline)
            throws Exception {
        String primary = connection.getPartitions().stream()
                .filter(node -> node.getRole().isUpstream() && !node.hasNoSlots())
                .map(RedisClusterNode::getNodeId)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return primary == null
                ? new NotProbed("the client knows no node of the cluster that takes writes")
                : ask(
                        connection.getConnectionAsync(primary).get(deadline.remainingMillis(), TimeUnit.MILLISECONDS),
                        deadline);
    }
}
