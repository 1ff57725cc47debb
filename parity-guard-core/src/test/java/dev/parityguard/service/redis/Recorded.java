package dev.parityguard.service.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recorded: replays what products answer that cannot be had here, as their documentation, source or bug reports show it.
 * What is not recorded is an unknown command.
 */
final class Recorded implements RedisPipeline {
    private final Map<String, Object> replies = new HashMap<>();

    Recorded reply(String command, Object reply) {
        replies.put(command, reply);
        return this;
    }

    @Override
    public List<@Nullable Object> send(List<List<String>> commands) {
        return commands.stream()
                .<@Nullable Object>map(words -> {
                    String whole = String.join(" ", words);
                    Object reply = replies.get(whole);
                    if (reply == null) {
                        reply = replies.get(words.get(0));
                    }
                    return reply != null ? reply : new Exception("ERR unknown command '" + words.get(0) + "'");
                })
                .toList();
    }
}
