package dev.parityguard.service.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands through a Redis client that the guard does not know, such as Jedis, Vert.x or Spring Data Redis. Give it
 * as the handle of a target. Called once in a run, on a thread of the run; need not be safe for use by several threads.
 *
 * <p>The commands only read. None of them changes the connection's state, so a connection that the application uses
 * itself may be given.
 */
@FunctionalInterface
public interface RedisPipeline {
    /**
     * Sends all commands on one connection without waiting in between, and waits for all replies. Must not block longer
     * than the client's own timeout; the thread is interrupted when the run's deadline passes.
     *
     * @param commands each a command's name and its arguments
     * @return as many replies, in the same order: a {@code String} or {@code byte[]}, a {@code Number}, a
     *     {@code Boolean}, a {@code List} or {@code Map} of such, or null. The server's refusal of one command is an
     *     {@code Exception} in its place, whose message is the server's text
     * @throws Exception when the server cannot be reached or does not answer: nothing is known then
     */
    List<@Nullable Object> send(List<List<String>> commands) throws Exception;
}
