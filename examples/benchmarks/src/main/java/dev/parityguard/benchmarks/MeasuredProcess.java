package dev.parityguard.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one run of a Java process needed, from its start to its end as its parent sees it. */
record MeasuredProcess(double wallMillis, double cpuMillis, Footprint footprint) {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final int CHILDREN_USER_TICKS = 13;
    private static final int MILLIS_PER_TICK = 10;

    /** Runs a main class with the class path of this process and the JVM's defaults. */
    static MeasuredProcess run(Class<?> main, String[] arguments, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        long ticks = ticksOfEndedChildren();
        long begin = System.nanoTime();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        long end = System.nanoTime();
        if (status != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with status " + status + ": " + output);
        }
        return new MeasuredProcess(
                (end - begin) / 1e6, (ticksOfEndedChildren() - ticks) * MILLIS_PER_TICK, Footprint.in(output));
    }

    /** User and system time of the children that have ended; the fields follow the name, which stands in brackets. */
    private static long ticksOfEndedChildren() throws IOException {
        String stat = Files.readString(STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[CHILDREN_USER_TICKS]) + Long.parseLong(fields[CHILDREN_USER_TICKS + 1]);
    }
}
