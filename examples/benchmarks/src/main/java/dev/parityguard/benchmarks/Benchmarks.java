package dev.parityguard.benchmarks;

import dev.parityguard.servers.Servers;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks, or one part of them: {@code all}, {@code jmh}, {@code processes}, {@code delays} or {@code schema}. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the part named first; then come the number of pairs of processes, and the numbers of tables. */
    public static void main(String[] arguments) throws Exception {
        String part = arguments[0];
        boolean all = part.equals("all");
        if (all || part.equals("jmh")) {
            new Runner(new OptionsBuilder().include(PureParts.class.getName()).build()).run();
        }
        if (all || part.equals("processes") || part.equals("delays")) {
            Servers.progress(System.out::println);
            try (Environment environment = Environment.start()) {
                if (!part.equals("delays")) {
                    ProcessPairs pairs = new ProcessPairs(environment, Integer.parseInt(arguments[1]));
                    pairs.print("PostgreSQL, Redis and S3", Environment.allServices());
                    pairs.print("PostgreSQL alone", Environment.DATABASE);
                }
                if (!part.equals("processes")) {
                    new Delays(environment).print();
                }
            }
        }
        if (all || part.equals("schema")) {
            Servers.progress(System.out::println);
            List<Integer> tables = new ArrayList<>();
            for (String number : arguments[2].split(",", -1)) {
                tables.add(Integer.valueOf(number));
            }
            SchemaSizes.print(tables);
        }
    }
}
