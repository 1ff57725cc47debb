package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of servers whose JVM does not close them. */
class AbandonedServersTest {

    @ParameterizedTest
    @CsvSource({"TERM, running", "KILL, running", "KILL, frozen"})
    void serversAndTheirFilesAreGoneAfterTheirJvm(String signal, String state) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dparityguard.servers=" + InstalledServers.directory(),
                        AbandonedServersTest.class.getName(),
                        state)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reader = jvm.inputReader()) {
            Path directory = Path.of(reader.readLine());
            List<Long> processes = Stream.of(reader.readLine().split(" ", -1))
                    .map(Long::valueOf)
                    .toList();
            assertThat(directory).exists();

            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + jvm.pid())
                    .start()
                    .waitFor();

            assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Eventually.isTrue(() -> Files.notExists(directory));
            Eventually.isTrue(() -> processes.stream().noneMatch(AbandonedServersTest::isAlive));
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    /** The JVM that is ended from outside. */
    public static void main(String[] arguments) throws InterruptedException {
        PostgresServer postgres = PostgresServer.version("16").start();
        RedisServer redis = RedisServer.version("7").start();
        if (arguments[0].equals("frozen")) {
            postgres.freeze();
            redis.freeze();
        }
        System.out.println(postgres.dataDirectory().getParent());
        System.out.println(ProcessHandle.current()
                .descendants()
                .map(process -> Long.toString(process.pid()))
                .collect(Collectors.joining(" ")));
        TimeUnit.MINUTES.sleep(1);
    }
}
