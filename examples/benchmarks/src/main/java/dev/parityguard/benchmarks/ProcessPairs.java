package dev.parityguard.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Starts the same application without and with the guard, in turns, and compares each with its neighbour. */
final class ProcessPairs {
    private static final int WARM_UP = 2;

    private final Environment environment;
    private final int pairs;

    ProcessPairs(Environment environment, int pairs) {
        this.environment = environment;
        this.pairs = pairs;
    }

    /** Measures and prints a table for these services. */
    void print(String title, String... services) throws Exception {
        Path profile = Files.createTempFile("parity-guard-benchmark", ".json");
        Files.delete(profile);
        try {
            GuardedStart.capture(services, environment.variables(), profile);
            Map<String, String> variables = new HashMap<>(environment.variables());
            variables.put("PARITY_GUARD_PROFILE", profile.toString());
            List<MeasuredProcess> plain = new ArrayList<>();
            List<MeasuredProcess> guarded = new ArrayList<>();
            for (int pair = 0; pair < WARM_UP + pairs; pair++) {
                MeasuredProcess without = MeasuredProcess.run(PlainStart.class, services, variables);
                MeasuredProcess with = MeasuredProcess.run(GuardedStart.class, services, variables);
                if (pair >= WARM_UP) {
                    plain.add(without);
                    guarded.add(with);
                }
            }
            print(title, plain, guarded);
        } finally {
            Files.deleteIfExists(profile);
        }
    }

    private void print(String title, List<MeasuredProcess> plain, List<MeasuredProcess> guarded) {
        System.out.println("\n" + title + ", " + pairs + " pairs of processes, least / **median** / greatest:\n");
        System.out.println("| | without | with the guard | with / without, pair by pair | with - without |");
        System.out.println("|---|---:|---:|---:|---:|");
        row("wall, ms", 0, plain, guarded, MeasuredProcess::wallMillis);
        row("CPU, ms", 0, plain, guarded, MeasuredProcess::cpuMillis);
        row(
                "peak memory, MiB",
                1,
                plain,
                guarded,
                process -> process.footprint().peakMegabytes());
        System.out.println("\nThe guard's run inside the process, ms: "
                + spread(guarded, process -> process.footprint().guardMillis()).text(0));
    }

    private static void row(
            String what,
            int digits,
            List<MeasuredProcess> plain,
            List<MeasuredProcess> guarded,
            ToDoubleFunction<MeasuredProcess> measured) {
        List<Double> ratios = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            double without = measured.applyAsDouble(plain.get(i));
            double with = measured.applyAsDouble(guarded.get(i));
            ratios.add(with / without);
            differences.add(with - without);
        }
        System.out.println("| " + what + " | " + spread(plain, measured).text(digits) + " | "
                + spread(guarded, measured).text(digits) + " | "
                + Spread.of(ratios).text(2) + " | "
                + Spread.of(differences).text(digits) + " |");
    }

    private static Spread spread(List<MeasuredProcess> processes, ToDoubleFunction<MeasuredProcess> measured) {
        return Spread.of(processes.stream().mapToDouble(measured).boxed().toList());
    }
}
