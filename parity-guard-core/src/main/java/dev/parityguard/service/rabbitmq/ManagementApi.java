package dev.parityguard.service.rabbitmq;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.ProbeContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the management API, several questions at once, each on a connection that is closed again. Not the newer client of
 * the JDK: before Java 21 its threads stay until the garbage collector comes.
 */
final class ManagementApi implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final ManagementUrl url;
    private final @Nullable Credentials credentials;
    private final ProbeContext context;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "parity-guard-rabbitmq-management");
        thread.setDaemon(true);
        return thread;
    });

    ManagementApi(ManagementUrl url, @Nullable Credentials credentials, ProbeContext context) {
        this.url = url;
        this.credentials = credentials;
        this.context = context;
    }

    /** Asks one question; the answer never fails and is there before the deadline. */
    CompletableFuture<Answer> ask(String right, String question, String... names) {
        return CompletableFuture.supplyAsync(() -> answer(right, question, names), threads);
    }

    private Answer answer(String right, String question, String... names) {
        Deadline deadline = context.deadline();
        if (deadline.passed()) {
            return Answer.unknown(Cause.TIMED_OUT, "the management API");
        }
        try {
            URL address = url.of(question, names);
            HttpURLConnection connection = (HttpURLConnection) address.openConnection();
            context.onCancel(connection::disconnect);
            try {
                prepare(connection, deadline);
                int status = connection.getResponseCode();
                return Answer.of(status, body(connection, status), right);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Answer.failed(e);
        }
    }

    private void prepare(HttpURLConnection connection, Deadline deadline) {
        connection.setConnectTimeout(deadline.remainingMillis());
        connection.setReadTimeout(deadline.remainingMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setAuthenticator(new Authenticator() {}); // Else the application's own would be asked.
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close");
        if (credentials != null) {
            byte[] pair = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
            connection.setRequestProperty(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        if (status != HttpURLConnection.HTTP_OK) {
            return new byte[0];
        }
        try (InputStream in = connection.getInputStream()) {
            return in.readNBytes(LONGEST_ANSWER);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
