package dev.parityguard.servers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the Redis protocol (RESP2, and RESP3 after {@code HELLO 3}) with recorded replies, for products of the Redis
 * family that cannot be started here. What has no recorded reply is an unknown command. May be used by several threads.
 */
public final class RespStub implements AutoCloseable {

    private final ServerSocket listener;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, RespReply> replies = new ConcurrentHashMap<>();

    private RespStub() throws IOException {
        listener = new ServerSocket(0, 50, Loopback.ADDRESS);
        Threads.start("RESP stub", () -> {
            while (true) {
                Socket client = listener.accept();
                clients.add(client);
                Threads.start("RESP stub client", () -> converse(client));
            }
        });
    }

    /** Starts a stub that knows {@code PING}, {@code SELECT}, {@code AUTH}, {@code CLIENT} and {@code QUIT} only. */
    public static RespStub start() {
        try {
            return new RespStub()
                    .answer("PING", RespReply.simple("PONG"))
                    .answer("SELECT", RespReply.simple("OK"))
                    .answer("AUTH", RespReply.simple("OK"))
                    .answer("CLIENT", RespReply.simple("OK"))
                    .answer("QUIT", RespReply.simple("OK"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replies so to all commands that begin with these words, whatever their case. The longest beginning wins:
     * {@code CONFIG GET maxmemory} before {@code CONFIG GET} before {@code CONFIG}.
     */
    public RespStub answer(String beginning, RespReply reply) {
        replies.put(beginning.toUpperCase(Locale.ROOT), reply);
        return this;
    }

    /** The port that the stub listens on, on {@code 127.0.0.1}. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The commands so far, words joined by blanks. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(Socket client) throws IOException {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            boolean resp3 = false;
            for (List<String> words = RespCommands.read(in); !words.isEmpty(); words = RespCommands.read(in)) {
                String command = String.join(" ", words);
                commands.add(command);
                resp3 = resp3 || command.toUpperCase(Locale.ROOT).startsWith("HELLO 3");
                out.write(find(words).encoded(resp3).getBytes(StandardCharsets.UTF_8));
                if (in.available() == 0) {
                    out.flush();
                }
                if (words.get(0).equalsIgnoreCase("QUIT")) {
                    return;
                }
            }
        }
    }

    private RespReply find(List<String> words) {
        for (int length = words.size(); length > 0; length--) {
            RespReply reply =
                    replies.get(String.join(" ", words.subList(0, length)).toUpperCase(Locale.ROOT));
            if (reply != null) {
                return reply;
            }
        }
        return RespReply.error("ERR unknown command '" + words.get(0) + "'");
    }
}
