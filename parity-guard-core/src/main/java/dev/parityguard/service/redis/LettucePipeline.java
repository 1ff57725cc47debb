package dev.parityguard.service.redis;

import dev.parityguard.probe.Deadline;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends through a Lettuce connection, which may be the application's own and in use: nothing of its state is changed.
 * Works with every codec, since commands and replies bring their own.
 */
final class LettucePipeline<K, V> implements RedisPipeline {
    private final StatefulRedisConnection<K, V> connection;
    private final Deadline deadline;

    LettucePipeline(StatefulRedisConnection<K, V> connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    @Override
    public List<@Nullable Object> send(List<List<String>> commands) throws Exception {
        List<AsyncCommand<String, String, @Nullable Object>> sent = new ArrayList<>();
        for (List<String> command : commands) {
            sent.add(new AsyncCommand<>(command(command)));
        }
        try {
            connection.dispatch(typed(sent));
            // Where the application flushes by hand, the commands would wait for it.
            connection.flushCommands();
            List<@Nullable Object> replies = new ArrayList<>();
            for (AsyncCommand<String, String, @Nullable Object> command : sent) {
                replies.add(reply(command));
            }
            return replies;
        } finally {
            // Else a client that reconnects would send what has not been answered yet once more.
            sent.forEach(command -> command.cancel(true));
        }
    }

    private @Nullable Object reply(AsyncCommand<String, String, @Nullable Object> command)
            throws InterruptedException, TimeoutException, ExecutionException {
        try {
            return command.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisCommandExecutionException refusal) {
                return refusal;
            }
            throw e;
        }
    }

    private static Command<String, String, @Nullable Object> command(List<String> words) {
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
        words.subList(1, words.size()).forEach(arguments::add);
        return new Command<>(new Keyword(words.get(0)), new ReplyOutput(), arguments);
    }

    @SuppressWarnings("unchecked") // The connection's types are those of its codec, which these commands do not use.
    private List<RedisCommand<K, V, ?>> typed(List<AsyncCommand<String, String, @Nullable Object>> commands) {
        return (List<RedisCommand<K, V, ?>>) (List<?>) commands;
    }

    private record Keyword(String name) implements ProtocolKeyword {
        @Override
        public byte[] getBytes() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
