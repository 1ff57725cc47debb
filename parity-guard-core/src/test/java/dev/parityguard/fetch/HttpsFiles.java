package dev.parityguard.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.parityguard.servers.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A real server that gives files by https, whose certificate this JVM trusts until it is closed. */
public final class HttpsFiles implements AutoCloseable {
    private static final SSLSocketFactory BEFORE = HttpsURLConnection.getDefaultSSLSocketFactory();

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;

    private HttpsFiles(HttpsServer server) {
        this.server = server;
    }

    static HttpsFiles start(Path folder) throws Exception {
        SSLContext tls = tls(TlsFiles.create(folder));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        HttpsFiles files = new HttpsFiles(server);
        server.setExecutor(files.threads);
        server.createContext("/", files::answer);
        server.start();
        HttpsURLConnection.setDefaultSSLSocketFactory(tls.getSocketFactory());
        return files;
    }

    /** Puts a file, and tells its address. */
    String put(String name, byte[] bytes) {
        files.put("/" + name, bytes);
        return address(name);
    }

    void remove(String name) {
        files.remove("/" + name);
    }

    String address(String name) {
        return "https://localhost:" + server.getAddress().getPort() + "/" + name;
    }

    int requests() {
        return requests.get();
    }

    /** Addresses below {@code to/} redirect, those below {@code silent/} and {@code slow/} take longer than anybody waits. */
    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/to/")) {
                exchange.getResponseHeaders()
                        .add("Location", exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(302, -1);
            } else if (path.startsWith("/silent/")) {
                pause(60_000);
            } else if (path.startsWith("/slow/")) {
                exchange.sendResponseHeaders(200, 0);
                trickle(exchange.getResponseBody());
            } else if (files.containsKey(path)) {
                byte[] file = files.get(path);
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void trickle(OutputStream body) throws IOException {
        for (int i = 0; i < 1_000 && pause(50); i++) {
            body.write(' ');
            body.flush();
        }
    }

    /** False when the server is closed meanwhile. */
    private static boolean pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static SSLContext tls(TlsFiles files) throws Exception {
        Certificate certificate;
        try (InputStream in = Files.newInputStream(files.certificate())) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        String pem = Files.readString(files.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate});
        store.setCertificateEntry("trusted", certificate);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }

    @Override
    public void close() {
        HttpsURLConnection.setDefaultSSLSocketFactory(BEFORE);
        server.stop(0);
        threads.shutdownNow();
    }
}
