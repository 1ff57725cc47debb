package dev.parityguard.examples.quickstart;

import dev.parityguard.servers.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Starts two real environments, captures the profile of the first, and boots the service on both: it agrees with the
 * first, refuses the second, and starts there when told to only warn. Exit status 0 when everything went as promised.
 */
public final class Demo {
    private final Path profile;
    private boolean asPromised = true;

    private Demo(Path profile) {
        this.profile = profile;
    }

    /** Runs the whole story. Everything it starts ends with it. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("parity-guard-demo");
        Path profile = folder.resolve("parity-profile.json");
        int status;
        try (InputStream handWritten = Demo.class.getResourceAsStream("/orders-profile.json")) {
            if (handWritten == null) {
                throw new IllegalStateException("no orders-profile.json on the class path");
            }
            Files.copy(handWritten, profile);
            status = new Demo(profile).tell() ? 0 : 1;
        } finally {
            Files.deleteIfExists(profile);
            Files.deleteIfExists(folder);
        }
        System.exit(status);
    }

    private boolean tell() throws IOException, InterruptedException {
        Terminal.title("Starting two environments: one like production, one like a laptop");
        Servers.progress(System.out::println);
        CompletableFuture<Environment> other = CompletableFuture.supplyAsync(Environment::laptop);
        try (Environment production = Environment.production();
                Environment laptop = other.join()) {
            Terminal.title("Capturing the profile of production");
            expect(0, run(production, Map.of(), "capture", profile.toString()), "the profile is captured");

            Terminal.title("Booting on production");
            expect(0, run(production, Map.of()), "the service agrees, starts and does its job");

            Terminal.title("Booting on the laptop, mode enforce");
            expect(1, run(laptop, Map.of("PARITY_GUARD_MODE", "enforce")), "the service refuses to start");

            Terminal.title("Booting on the laptop, mode warn");
            expect(0, run(laptop, Map.of("PARITY_GUARD_MODE", "warn")), "the service says what differs, and starts");
        }
        return asPromised;
    }

    private void expect(int promised, int status, String what) {
        boolean good = promised == status;
        asPromised &= good;
        Terminal.verdict(good, what + " (exit status " + status + ")");
    }

    /** Each boot is a process of its own with the environment's variables and nothing else of ours. */
    private int run(Environment environment, Map<String, String> more, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                OrdersService.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder service = new ProcessBuilder(command).inheritIO();
        service.environment().putAll(environment.variables());
        service.environment().put("PARITY_GUARD_PROFILE", profile.toString());
        service.environment().putAll(more);
        return service.start().waitFor();
    }
}
