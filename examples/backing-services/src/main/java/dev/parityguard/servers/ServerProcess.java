package dev.parityguard.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that never outlives this JVM: it ends with {@link #close()}, with the JVM's orderly end, and when the JVM
 * is killed. The process's own directory goes with it.
 */
final class ServerProcess implements AutoCloseable {

    private static final Set<ServerProcess> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Duration GRACE = Duration.ofSeconds(10);

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> RUNNING.parallelStream().forEach(ServerProcess::close), "stop servers"));
    }

    /**
     * Becomes the server, and leaves behind a watcher which reads from a pipe that this JVM holds open. When the pipe
     * ends while the server is there, the JVM is gone, and the watcher ends the server and deletes its directory. The
     * watcher is orphaned at once, since servers are confused by children that they did not start.
     */
    private static final String WATCHED = """
            exec 3<&0 </dev/null
            server=$$ signal=$1 directory=$2
            shift 2
            ( (
              trap '' HUP INT TERM
              while read -r _ <&3; do :; done
              kill -0 $server || exit 0
              kill -CONT $server $(cat /proc/$server/task/*/children)
              kill -$signal $server
              tenths=0
              while kill -0 $server && [ $tenths -lt 100 ]; do
                sleep 0.1
                tenths=$((tenths + 1))
              done
              kill -KILL $server
              rm -rf "$directory"
            ) >/dev/null 2>&1 & )
            exec 3<&-
            exec "$@"
            """;

    private final String name;
    private final Path directory;
    private final Path log;
    private final String stopSignal;
    private final Process process;

    private ServerProcess(String name, Path directory, Path log, String stopSignal, Process process) {
        this.name = name;
        this.directory = directory;
        this.log = log;
        this.stopSignal = stopSignal;
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param stopSignal what asks it to end, such as {@code TERM}
     * @param directory its working directory, deleted when it is closed; its output goes into {@code server.log} there
     */
    static ServerProcess start(
            String name, String stopSignal, Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        Path log = directory.resolve("server.log");
        List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh", stopSignal, directory.toString()));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        ServerProcess started = new ServerProcess(name, directory, log, stopSignal, builder.start());
        RUNNING.add(started);
        return started;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    Path directory() {
        return directory;
    }

    /** All that it has written. */
    Path log() {
        return log;
    }

    /** Waits until it ends by itself, for a minute at most. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException(name + " still runs after a minute");
        }
        return process.exitValue();
    }

    /** Waits until the server is ready, for a minute at most. */
    void await(Readiness readiness) throws IOException, InterruptedException {
        await(Duration.ofMinutes(1), readiness);
    }

    /** Waits until the server is ready. */
    void await(Duration patience, Readiness readiness) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!readiness.isReady()) {
            if (!process.isAlive()) {
                throw new ServerStartException(
                        name + " ended with status " + process.exitValue() + " while starting:\n" + logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerStartException(
                        name + " was not ready within " + patience.toSeconds() + " s:\n" + logTail());
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
    }

    String logTail() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(GRACE);
    }

    /** Sends a signal to the process and to all that it has started. */
    void signalAll(String signal) {
        send(signal, Stream.concat(Stream.of(process.toHandle()), process.descendants()));
    }

    @Override
    public void close() {
        if (!RUNNING.remove(this)) {
            return;
        }
        if (process.isAlive()) {
            signalAll("CONT");
            send(stopSignal, Stream.of(process.toHandle()));
            if (!awaitEnd(GRACE)) {
                kill();
            }
        }
        Directories.delete(directory);
    }

    private void send(String signal, Stream<ProcessHandle> targets) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -$0 $@", signal));
        targets.map(target -> Long.toString(target.pid())).forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot send " + signal + " to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asked again and again until it says yes. */
    interface Readiness {
        boolean isReady() throws IOException;
    }
}
