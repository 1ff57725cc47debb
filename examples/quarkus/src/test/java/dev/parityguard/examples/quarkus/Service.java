package dev.parityguard.examples.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, on free ports. It ends with this one at the latest. */
record Service(Process process, Path log) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+[0-9])");
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on (http://\\S+[0-9])");
    private static final int LONGEST_SECONDS = 120;

    /** Starts it with these variables in its environment. */
    static Service start(Map<String, String> variables, String... properties) throws IOException {
        Path log = Files.createTempFile("orders", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.port=0",
                "-Dquarkus.banner.enabled=false",
                // A build machine may be much slower than any server.
                "-Dparity-guard.deadline=60s",
                "-Dquarkus.datasource.jdbc.acquisition-timeout=60s"));
        command.addAll(List.of(properties));
        command.addAll(List.of("-jar", System.getProperty("parityguard.application")));
        ProcessBuilder service =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        service.environment().putAll(variables);
        Process process = service.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Service(process, log);
    }

    /** Waits until it takes requests, and tells where. */
    String address() throws IOException, InterruptedException {
        return await(LISTENING);
    }

    /** Waits until its management interface takes requests, and tells where. */
    String management() throws IOException, InterruptedException {
        return await(MANAGEMENT);
    }

    private String await(Pattern pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end) {
            boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
            Matcher matcher = pattern.matcher(output());
            if (matcher.find()) {
                return matcher.group(1);
            }
            if (ended) {
                break;
            }
        }
        throw new IllegalStateException("the service does not listen:\n" + output());
    }

    /** Waits until it ends by itself. */
    int exitStatus() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** What it has said so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
