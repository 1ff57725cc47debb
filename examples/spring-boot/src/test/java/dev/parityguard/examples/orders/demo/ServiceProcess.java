package dev.parityguard.examples.orders.demo;

import dev.parityguard.examples.orders.OrdersApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, on a free port. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader;

    private ServiceProcess(Process process, Consumer<String> output) {
        this.process = process;
        this.reader = new Thread(() -> read(output), "output of the service");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it.
     *
     * @param variables what it finds in its environment
     * @param output gets each line of its output, on a thread of its own
     * @param arguments of its command line
     */
    public static ServiceProcess start(Map<String, String> variables, Consumer<String> output, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                OrdersApplication.class.getName(),
                "--server.port=0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        return new ServiceProcess(builder.start(), output);
    }

    /** Waits until it takes requests. */
    public int port() throws InterruptedException, TimeoutException {
        try {
            return port.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the service ended before it took requests", e.getCause());
        }
    }

    /** Waits until it ends by itself. */
    public int exitStatus() throws InterruptedException, TimeoutException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException("the service still runs");
        }
        reader.join();
        return process.exitValue();
    }

    private void read(Consumer<String> output) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            port.completeExceptionally(new IllegalStateException("no port was told"));
        }
    }

    /** Ends it as a container platform does: asked first, then made to. */
    @Override
    public void close() {
        // Asked through its handle, the end of its output is still read.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
