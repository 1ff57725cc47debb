package dev.parityguard.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real Chromium without a window, spoken to by its DevTools protocol. It ends with {@link #close()}. */
final class Browser implements AutoCloseable {
    private static final String INSTALLED = "/usr/bin/chromium";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int number;

    /** Opens a page of the file system. */
    Browser(Path page, Path folder) throws Exception {
        Path profile = Files.createDirectories(folder.resolve("chromium"));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        INSTALLED,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--hide-scrollbars",
                        "--window-size=1100,1400",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        page.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile());
        builder.environment().put("TMPDIR", folder.toString());
        process = builder.start();
        Path port = profile.resolve("DevToolsActivePort");
        await(() -> hasLines(port));
        String address = "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list";
        HttpClient client = HttpClient.newHttpClient();
        await(() -> target(client, address, page) != null);
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(target(client, address, page)), new Listening(answers))
                .get(20, TimeUnit.SECONDS);
        await(() -> evaluate("document.documentElement?.dataset.ready || ''")
                .asText()
                .equals("yes"));
    }

    /** What an expression gives in the page. */
    JsonNode evaluate(String expression) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.put("expression", expression);
        parameters.put("returnByValue", true);
        parameters.put("awaitPromise", true);
        JsonNode result = call("Runtime.evaluate", parameters);
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.get("exceptionDetails").toString());
        }
        return result.get("result").path("value");
    }

    /** Switches the colours that the person behind the browser likes: light or dark. */
    void colours(String scheme) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        call("Emulation.setEmulatedMedia", parameters);
    }

    /** A picture of the page as it is seen. */
    byte[] screenshot() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", JSON.createObjectNode())
                        .get("data")
                        .asText());
    }

    private JsonNode call(String method, ObjectNode parameters) {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", ++number);
        message.put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true);
        try {
            while (true) {
                String answer = answers.poll(30, TimeUnit.SECONDS);
                if (answer == null) {
                    throw new IllegalStateException("no answer to " + method);
                }
                JsonNode read = JSON.readTree(answer);
                if (read.path("id").asInt() == number) {
                    return read.get("result");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasLines(Path file) {
        try {
            return Files.exists(file) && Files.readAllLines(file).size() >= 2;
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(HttpClient client, String address, Path page) {
        try {
            HttpResponse<String> list = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            for (JsonNode target : JSON.readTree(list.body())) {
                if (target.path("url").asText().endsWith(page.getFileName().toString())) {
                    return target.path("webSocketDebuggerUrl").asText();
                }
            }
            return null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await(BooleanSupplier ready) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("Chromium did not get ready");
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Puts messages together from their parts. */
    private static final class Listening implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();
        private final BlockingQueue<String> answers;

        Listening(BlockingQueue<String> answers) {
            this.answers = answers;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                answers.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
