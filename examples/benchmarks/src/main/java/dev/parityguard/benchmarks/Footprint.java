package dev.parityguard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has needed: told by itself just before its end, read by whoever started it. */
record Footprint(double peakMegabytes, double guardMillis) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final String LINE = "footprint ";

    /** Tells the peak memory of this process, and how long the guard's run took. */
    static void print(long guardNanos) throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(PEAK)) {
                System.out.println(LINE + line.substring(PEAK.length()).strip().split(" ", -1)[0] + " " + guardNanos);
            }
        }
    }

    /** Finds in the output of a process what it told. */
    static Footprint in(String output) {
        String line = output.lines()
                .filter(candidate -> candidate.startsWith(LINE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the process said: " + output));
        String[] numbers = line.substring(LINE.length()).split(" ", -1);
        return new Footprint(Double.parseDouble(numbers[0]) / 1024, Double.parseDouble(numbers[1]) / 1e6);
    }
}
