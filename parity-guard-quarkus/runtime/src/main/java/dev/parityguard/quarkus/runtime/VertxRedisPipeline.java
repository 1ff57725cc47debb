package dev.parityguard.quarkus.runtime;

import dev.parityguard.service.redis.RedisPipeline;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends through the application's own Vert.x client, on one connection of its pool. */
record VertxRedisPipeline(Redis client) implements RedisPipeline {
    @Override
    public List<@Nullable Object> send(List<List<String>> commands) throws Exception {
        RedisConnection connection = await(client.connect());
        try {
            List<Future<@Nullable Response>> sent = new ArrayList<>();
            for (List<String> command : commands) {
                sent.add(connection.send(request(command)));
            }
            List<@Nullable Object> replies = new ArrayList<>();
            for (Future<@Nullable Response> reply : sent) {
                replies.add(reply(reply));
            }
            return replies;
        } finally {
            Future<Void> unused = connection.close();
        }
    }

    private static Request request(List<String> words) {
        Request request = Request.cmd(Command.create(words.get(0)));
        for (String argument : words.subList(1, words.size())) {
            request.arg(argument);
        }
        return request;
    }

    private static @Nullable Object reply(Future<@Nullable Response> sent) throws Exception {
        try {
            return plain(await(sent));
        } catch (ExecutionException e) {
            // The client gives the server's refusals and failures of the connection in the same way.
            if (e.getCause() != null && e.getCause().getClass().getName().endsWith(".ErrorType")) {
                return e.getCause();
            }
            throw e;
        }
    }

    private static <T extends @Nullable Object> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    private static @Nullable Object plain(@Nullable Response response) {
        if (response == null) {
            return null;
        }
        return switch (response.type()) {
            case NUMBER -> response.toNumber();
            case BOOLEAN -> response.toBoolean();
            case MULTI, PUSH, ATTRIBUTE -> response.isMap() ? map(response) : list(response);
            default -> response.toString();
        };
    }

    private static List<@Nullable Object> list(Response response) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < response.size(); i++) {
            list.add(plain(response.get(i)));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(Response response) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String key : response.getKeys()) {
            map.put(key, plain(response.get(key)));
        }
        return map;
    }
}
