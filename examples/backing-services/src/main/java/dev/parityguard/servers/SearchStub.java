package dev.parityguard.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a search client with recorded replies, and knows users: the distributions that can be had for
 * tests have no security. What was recorded for the longest beginning of a request
 * is what it is answered: for {@code GET /_nodes} and what follows. A blank ends a request: {@code "GET / "} is only that. May be used by several threads.
 */
public final class SearchStub implements BackingServer {
    private static final String THREAD = "search stub";

    private static final StubReply UNAUTHENTICATED = reply(401, """
            {"error":{"type":"security_exception","reason":"missing authentication credentials"},"status":401}""");
    private static final StubReply UNAUTHORIZED = reply(403, """
            {"error":{"type":"security_exception","reason":"action is unauthorized"},"status":403}""");
    private static final StubReply NOT_RECORDED = reply(400, """
            {"error":"no handler found for uri","status":400}""");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, StubReply> replies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> allowed = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch thawed = new CountDownLatch(0);
    private volatile boolean running = true;

    private SearchStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Loopback.ADDRESS, 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts a stub that knows no reply yet. */
    public static SearchStub start() {
        try {
            return new SearchStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reply in JSON. */
    public static StubReply reply(int status, String json) {
        return StubReply.of(status).header("Content-Type", "application/json").body(json);
    }

    /** Replies so to requests that begin so, such as {@code GET /_cluster/settings}. */
    public SearchStub answer(String request, StubReply reply) {
        replies.put(request, reply);
        return this;
    }

    /** Sends a header with every reply, refusals too. */
    public SearchStub header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** From now on credentials are asked for; this user may send requests that begin so. */
    public SearchStub user(String name, String password, String... requests) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return authorization("Basic " + Base64.getEncoder().encodeToString(both), requests);
    }

    /** From now on credentials are asked for; whoever has this key may send requests that begin so. */
    public SearchStub apiKey(String encoded, String... requests) {
        return authorization("ApiKey " + encoded, requests);
    }

    private SearchStub authorization(String header, String... requests) {
        allowed.put(header, List.of(requests));
        return this;
    }

    /** {@code http://host:port}. */
    public URI url() {
        return URI.create("http://" + host() + ":" + port());
    }

    /** What was asked so far, such as {@code GET /_license}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void kill() {
        running = false;
        thawed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    @Override
    public void freeze() {
        thawed = new CountDownLatch(1);
    }

    @Override
    public void thaw() {
        thawed.countDown();
    }

    @Override
    public void close() {
        kill();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            // A blank at the end, so that a beginning can be the whole.
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " ";
            requests.add(request.strip());
            thawed.await();
            StubReply reply = reply(request, exchange.getRequestHeaders().getFirst("Authorization"));
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putAll(reply.headers());
            all.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            // A length of 0 means chunks, as newer releases of Elasticsearch answer.
            exchange.sendResponseHeaders(reply.status(), 0);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StubReply reply(String request, @Nullable String authorization) {
        if (!allowed.isEmpty()) {
            List<String> beginnings = allowed.get(String.valueOf(authorization));
            if (beginnings == null) {
                return UNAUTHENTICATED;
            }
            if (beginnings.stream().noneMatch(request::startsWith)) {
                return UNAUTHORIZED;
            }
        }
        return replies.entrySet().stream()
                .filter(recorded -> request.startsWith(recorded.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(NOT_RECORDED);
    }
}
