package dev.parityguard.quarkus.minimal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application after it has ended by itself.
 *
 * @param status its exit status
 * @param output what it wrote
 * @param errors what it wrote to the error stream
 */
record StartedApplication(int status, String output, String errors) {
    private static final int LONGEST_SECONDS = 120;

    /** Starts it in that folder, with these variables and system properties, and waits for its end. */
    static StartedApplication in(Path folder, Map<String, String> variables, String... properties)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(properties));
        command.addAll(List.of("-jar", System.getProperty("parityguard.application")));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder application = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        application.environment().putAll(variables);
        Process process = application.start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + Files.readString(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return new StartedApplication(process.exitValue(), Files.readString(output), Files.readString(errors));
    }
}
