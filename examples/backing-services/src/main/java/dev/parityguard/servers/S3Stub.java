package dev.parityguard.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Answers S3 requests with recorded replies, for stores that cannot be started here. It checks no signature and knows
 * nothing but what it was told. May be used by several threads.
 */
public final class S3Stub implements AutoCloseable {

    private static final StubReply NOT_RECORDED = StubReply.of(501)
            .body("<Error><Code>NotImplemented</Code><Message>The stub has no recorded reply</Message></Error>");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8, work -> {
        Thread thread = new Thread(work, "S3 stub");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, StubReply> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile StubReply otherwise = NOT_RECORDED;

    private S3Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Loopback.ADDRESS, 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts a stub that knows no reply yet. */
    public static S3Stub start() {
        try {
            return new S3Stub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replies so to every request of this method that has no sub-resource, such as {@code HEAD /bucket}. */
    public S3Stub answer(String method, StubReply reply) {
        return answer(method, "", reply);
    }

    /** Replies so to every request of this method with this query parameter, such as {@code versioning}. */
    public S3Stub answer(String method, String subResource, StubReply reply) {
        replies.put(method + "?" + subResource, reply);
        return this;
    }

    /** Replies so to all that has no reply of its own; without it that is 501. */
    public S3Stub otherwise(StubReply reply) {
        otherwise = reply;
        return this;
    }

    /** The address without a bucket. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The port that the stub listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What was asked so far, such as {@code GET /bucket?versioning}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            requests.add(method + " " + exchange.getRequestURI());
            StubReply reply = find(method, exchange.getRequestURI().getQuery());
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            boolean bodyless = method.equals("HEAD") || body.length == 0;
            exchange.sendResponseHeaders(reply.status(), bodyless ? -1 : body.length);
            if (!bodyless) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private StubReply find(String method, @Nullable String query) {
        String parameters = query == null ? "" : query;
        return Arrays.stream(parameters.split("&", -1))
                .map(parameter -> replies.get(method + "?" + parameter.replaceFirst("=.*", "")))
                .filter(reply -> reply != null)
                .findFirst()
                .orElse(otherwise);
    }
}
