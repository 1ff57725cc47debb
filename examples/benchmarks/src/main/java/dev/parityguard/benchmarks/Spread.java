package dev.parityguard.benchmarks;

import java.util.List;
import java.util.Locale;

/** Least, middle and greatest of several measurements. */
record Spread(double min, double median, double max) {

    static Spread of(List<Double> measurements) {
        List<Double> sorted = measurements.stream().sorted().toList();
        int count = sorted.size();
        double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(count - 1));
    }

    /** All three, with so many digits behind the point. */
    String text(int digits) {
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " / **" + number + "** / " + number, min, median, max);
    }
}
