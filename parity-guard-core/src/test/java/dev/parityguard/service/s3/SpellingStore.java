package dev.parityguard.service.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A stub of a store that spells keys in its own way, as one does that keeps objects on such a file system. */
public final class SpellingStore implements AutoCloseable {
    private static final String BUCKET = "/" + Stores.BUCKET;

    private final HttpServer server;
    private final UnaryOperator<String> spelling;
    private final Set<String> keys = new ConcurrentSkipListSet<>();

    private SpellingStore(UnaryOperator<String> spelling) throws IOException {
        this.spelling = spelling;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts a store that keeps each key as that function spells it. */
    public static SpellingStore start(UnaryOperator<String> spelling) throws IOException {
        return new SpellingStore(spelling);
    }

    /** The address without a bucket. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            if (path.length() > BUCKET.length() + 1) {
                exchange.sendResponseHeaders(
                        object(exchange.getRequestMethod(), path.substring(BUCKET.length() + 1)), -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else if (query.startsWith("versioning")) {
                answer(exchange, 200, "<VersioningConfiguration/>");
            } else if (query.contains("list-type")) {
                answer(exchange, 200, listing(query.replaceFirst(".*prefix=([^&]*).*", "$1")));
            } else {
                answer(exchange, 501, DocumentedStore.error("NotImplemented"));
            }
        }
    }

    private int object(String method, String key) {
        if (method.equals("PUT")) {
            keys.add(spelling.apply(key));
        }
        return keys.contains(spelling.apply(key)) ? 200 : 404;
    }

    private String listing(String prefix) {
        return keys.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"));
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
