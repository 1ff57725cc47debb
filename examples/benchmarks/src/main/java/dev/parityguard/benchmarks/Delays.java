package dev.parityguard.benchmarks;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.servers.Fault;
import dev.parityguard.servers.FaultProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Runs the guard in a warm JVM through open clients, with a network that adds a delay to each round trip. */
final class Delays {
    private static final int WARM_UP = 100;
    private static final int RUNS = 15;
    private static final int[] MILLISECONDS = {0, 1, 10, 50};

    private final Environment environment;

    Delays(Environment environment) {
        this.environment = environment;
    }

    /** Measures and prints a table. */
    void print() throws Exception {
        try (FaultProxy database = FaultProxy.to(environment.database());
                FaultProxy cache = FaultProxy.to(environment.cache());
                FaultProxy uploads = FaultProxy.to(environment.uploads());
                Clients clients = Clients.open(
                        Environment.allServices(),
                        environment.variables(database.port(), cache.port(), uploads.port()))) {
            Map<String, FaultProxy> proxies =
                    Map.of(Environment.DATABASE, database, Environment.CACHE, cache, Environment.UPLOADS, uploads);
            Path profile = Files.createTempFile("parity-guard-benchmark", ".json");
            Files.delete(profile);
            ParityGuard guard = GuardedStart.guard(clients)
                    .profile(profile.toString())
                    .mode(Mode.REPORT)
                    .build();
            guard.capture(profile);
            for (int i = 0; i < WARM_UP; i++) {
                guard.run();
            }
            System.out.println("\nRuns with open clients, " + RUNS + " each, least / **median** / greatest:\n");
            System.out.println("| delay, ms | run, ms | run / delay | by service, ms / delays | turns a run |");
            System.out.println("|---:|---:|---:|---|---|");
            for (int delay : MILLISECONDS) {
                print(guard, delay, proxies);
            }
            Files.delete(profile);
        }
    }

    private static void print(ParityGuard guard, int delay, Map<String, FaultProxy> proxies) {
        for (FaultProxy proxy : proxies.values()) {
            proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(delay)));
            proxy.resetTraffic();
        }
        List<ParityReport> reports = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            reports.add(guard.run());
        }
        Spread run = spread(reports.stream().map(ParityReport::took).toList());
        StringJoiner byService = new StringJoiner("; ");
        StringJoiner turns = new StringJoiner("; ");
        for (String service : Environment.allServices()) {
            Spread took = spread(reports.stream()
                    .flatMap(report -> report.services().stream())
                    .filter(seen -> seen.name().equals(service))
                    .map(ServiceSummary::took)
                    .toList());
            byService.add(service + " " + number(took.median()) + delays(took, delay));
            FaultProxy proxy = proxies.get(service);
            turns.add(service + " "
                    + (proxy == null ? 0 : number((double) proxy.traffic().turns() / RUNS)));
        }
        System.out.println("| " + delay + " | " + run.text(1) + " | " + (delay == 0 ? "" : number(run.median() / delay))
                + " | " + byService + " | " + turns + " |");
    }

    private static String delays(Spread took, int delay) {
        return delay == 0 ? "" : " / " + number(took.median() / delay);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static Spread spread(List<Duration> durations) {
        return Spread.of(
                durations.stream().map(duration -> duration.toNanos() / 1e6).toList());
    }
}
