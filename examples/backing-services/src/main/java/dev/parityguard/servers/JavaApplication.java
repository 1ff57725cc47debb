package dev.parityguard.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java application as a process of its own. It never outlives this JVM. */
public final class JavaApplication implements AutoCloseable {
    private final ServerProcess process;

    private JavaApplication(ServerProcess process) {
        this.process = process;
    }

    /**
     * Starts it with the class path of this JVM.
     *
     * @param variables what it finds in its environment beside what this process has
     */
    public static JavaApplication start(Class<?> main, Map<String, String> variables, String... arguments) {
        return startWith(System.getProperty("java.class.path"), main, variables, arguments);
    }

    /** Like {@link #start}, with a class path of its own. */
    public static JavaApplication startWith(
            String classPath, Class<?> main, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new JavaApplication(ServerProcess.start(
                    main.getSimpleName(), "TERM", Directories.temporary("application"), variables, command));
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " cannot be started", e);
        }
    }

    /**
     * Waits until a part of its output matches, for a minute at most.
     *
     * @throws ServerStartException when it ends before or takes longer
     */
    public MatchResult await(Pattern pattern) throws InterruptedException {
        try {
            process.await(() -> pattern.matcher(output()).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher matcher = pattern.matcher(output());
        if (!matcher.find()) {
            throw new IllegalStateException("what was written is gone");
        }
        return matcher.toMatchResult();
    }

    /** Waits until it ends by itself, for a minute at most, and tells its exit status. */
    public int exitStatus() throws InterruptedException {
        return process.exitStatus();
    }

    /** What it has written so far. */
    public String output() {
        try {
            return Files.readString(process.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, makes it end when it does not, and deletes its output. Does nothing the second time. */
    @Override
    public void close() {
        process.close();
    }
}
