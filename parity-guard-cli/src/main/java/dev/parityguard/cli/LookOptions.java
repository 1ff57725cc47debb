package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the services of an environment are found, where its variables are given otherwise. */
final class LookOptions {
    @Option(
            names = {"-s", "--service"},
            paramLabel = "NAME=URL",
            description = "Where a service is, in place of the profile's url. Single quotes keep a"
                    + " reference such as '$${DATABASE_URL}' for parity-guard.")
    private Map<String, String> services = new LinkedHashMap<>();

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "How long looking at an environment may take in all (default: 10).")
    private double deadline = 10;

    Map<String, String> services() {
        return services;
    }

    Duration deadline() {
        return time(deadline);
    }

    static Duration time(double seconds) {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new BadInput("--deadline: a number of seconds between 0 and 3600 is expected");
        }
        return Duration.ofMillis(Math.max(1, (long) (seconds * 1000)));
    }
}
