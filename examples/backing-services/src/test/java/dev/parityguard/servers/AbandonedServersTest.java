package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of servers whose JVM does not close them. */
class AbandonedServersTest {

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void serversAndTheirFilesAreGoneAfterTheirJvm(String signal) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dparityguard.servers=" + InstalledServers.directory(),
                        AbandonedServersTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> started;
        try (BufferedReader reader = jvm.inputReader()) {
            started = List.of(reader.readLine().split(" ", -1));
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + jvm.pid())
                    .start()
                    .waitFor();
            assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        Path directory = Path.of(started.get(0));
        Eventually.isTrue(() -> Files.notExists(directory));
        for (String port : started.subList(1, 3)) {
            Eventually.isTrue(() -> !Loopback.accepts(Integer.parseInt(port)));
        }
    }

    /** The JVM that is ended from outside. */
    public static void main(String[] arguments) throws InterruptedException {
        PostgresServer postgres = PostgresServer.version("16").start();
        RedisServer redis = RedisServer.version("7").start();
        System.out.println(postgres.dataDirectory().getParent() + " " + postgres.port() + " " + redis.port());
        TimeUnit.MINUTES.sleep(1);
    }
}
