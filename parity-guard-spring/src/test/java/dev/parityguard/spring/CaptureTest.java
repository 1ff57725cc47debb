package dev.parityguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Capturing by a start, in a process of its own: it may end. */
class CaptureTest {
    @TempDir
    Path folder;

    @Test
    void captureGoesOnUnlessToldToExit() throws Exception {
        Path profile = folder.resolve("profile.json");

        Started started = start("--parity-guard.capture=" + profile);

        assertThat(started.status()).isEqualTo(7);
        assertThat(started.output()).contains("at work", "The profile " + profile + " was written");
        assertThat(profile).content().contains("\"name\": \"orders\"", "\"environment\": \"production\"");
    }

    @Test
    void captureExitsBeforeAnythingElseAndKeepsWhatPeopleWrote() throws Exception {
        Path profile = Files.writeString(folder.resolve("profile.json"), """
                {
                  "format": 1,
                  "name": "shop",
                  "services": {},
                  "rules": [{ "fact": "*/version", "compare": "major" }]
                }
                """);

        Started started = start(
                "--parity-guard.capture=" + profile, "--parity-guard.capture-exit", "--parity-guard.mode=enforce");

        assertThat(started.status()).as(started.output()).isZero();
        assertThat(started.output()).doesNotContain("at work").doesNotContain("Exception");
        assertThat(profile)
                .content()
                .contains("\"name\": \"shop\"", "{ \"fact\": \"*/version\", \"compare\": \"major\" }", "\"devtools\"");
    }

    @Test
    void captureThatCannotBeWrittenEndsWithTheReasonOrGoesOn() throws Exception {
        String nowhere = "--parity-guard.capture=" + folder.resolve("none").resolve("profile.json");

        Started exiting = start(nowhere, "--parity-guard.capture-exit");
        Started goingOn = start(nowhere);

        assertThat(exiting.status()).isEqualTo(1);
        assertThat(exiting.output())
                .contains("APPLICATION FAILED TO START", "The profile could not be captured into")
                .doesNotContain("\tat ");
        assertThat(goingOn.status()).isEqualTo(7);
        assertThat(goingOn.output()).contains("The profile could not be captured into", "at work");
    }

    private Started start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Orders.class.getName(),
                "--spring.main.banner-mode=off",
                "--spring.main.web-application-type=none",
                "--logging.level.dev.parityguard=info",
                "--spring.application.name=orders",
                "--parity-guard.environment=production"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return new Started(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Started(int status, String output) {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ParityGuardAutoConfiguration.class)
    static class Orders {
        public static void main(String[] arguments) {
            SpringApplication.run(Orders.class, arguments);
        }

        @Bean
        CommandLineRunner work() {
            return arguments -> {
                System.out.println("at work");
                System.exit(7);
            };
        }
    }
}
