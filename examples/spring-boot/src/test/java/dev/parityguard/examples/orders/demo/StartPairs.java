package dev.parityguard.examples.orders.demo;

import dev.parityguard.examples.orders.OrdersApplication;
import dev.parityguard.servers.JavaApplication;
import java.io.File;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Measures what the guard adds to the start of the service: pairs of processes, without and with it in turns. */
public final class StartPairs {
    private static final int WARM_UP = 2;
    private static final Pattern STARTED = Pattern.compile("process running for ([0-9.]+)");

    private StartPairs() {}

    /** Measures so many pairs. */
    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        String guarded = System.getProperty("java.class.path");
        String plain = Arrays.stream(guarded.split(File.pathSeparator))
                .filter(entry -> !entry.contains("parity-guard-core") && !entry.contains("parity-guard-spring"))
                .collect(Collectors.joining(File.pathSeparator));
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        try (Backing production = Backing.production()) {
            for (int pair = -WARM_UP; pair < pairs; pair++) {
                double plainMillis = millis(plain, production.variables());
                double guardedMillis = millis(guarded, production.variables());
                if (pair >= 0) {
                    without[pair] = plainMillis;
                    with[pair] = guardedMillis;
                }
            }
        }
        double[] added = new double[pairs];
        double[] ratio = new double[pairs];
        Arrays.setAll(added, pair -> with[pair] - without[pair]);
        Arrays.setAll(ratio, pair -> with[pair] / without[pair]);
        System.out.println("\n" + pairs + " pairs of starts, least / **median** / greatest:\n");
        System.out.println("| without, ms | with the guard, ms | with / without, pair by pair | with - without, ms |");
        System.out.println("|---:|---:|---:|---:|");
        System.out.println("| " + spread(without, 0) + " | " + spread(with, 0) + " | " + spread(ratio, 3) + " | "
                + spread(added, 0) + " |");
        System.exit(0);
    }

    /** From the start of the process until Spring says that the service has started. */
    private static double millis(String classPath, Map<String, String> variables) throws InterruptedException {
        try (JavaApplication service =
                JavaApplication.startWith(classPath, OrdersApplication.class, variables, "--server.port=0")) {
            return Double.parseDouble(service.await(STARTED).group(1)) * 1000;
        }
    }

    private static String spread(double[] measurements, int digits) {
        double[] sorted = measurements.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " / **" + number + "** / " + number,
                sorted[0],
                median,
                sorted[sorted.length - 1]);
    }
}
