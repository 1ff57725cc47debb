package dev.parityguard.spring.lines;

import dev.parityguard.servers.JavaApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application as a process of its own. */
record Shop(JavaApplication process) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    static Shop start(Map<String, String> variables, String... arguments) {
        String[] all = Stream.concat(Stream.of("--server.port=0", "--spring.main.banner-mode=off", "--parity-guard.deadline=30s"), Stream.of(arguments))
                .toArray(String[]::new);
        return new Shop(JavaApplication.start(ShopApplication.class, variables, all));
    }

    /** The answer to a GET request once the application listens. */
    HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://localhost:" + process.await(LISTENING).group(1) + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    int exitStatus() throws InterruptedException {
        return process.exitStatus();
    }

    String output() {
        return process.output();
    }

    /** What is written of a start that fails, without what differs from start to start. */
    String failure() {
        String output = process.output();
        int at = output.indexOf("***");
        return output.substring(Math.max(at, 0)).replaceAll("\\d{4}-\\d\\d-\\d\\d", "<date>").replaceAll("\\d+ facts", "<n> facts").strip() + "\n";
    }

    @Override
    public void close() {
        process.close();
    }
}
