package dev.parityguard.compare;

import dev.parityguard.report.ServiceSummary.Tally;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what agrees and what differs, by section. Not safe for use by several threads. */
final class Tallies {
    private static final String STRUCTURE = "schema.";
    private static final String NO_SECTION = "server";

    private final SortedMap<String, Tally> bySection = new TreeMap<>();
    private int agreeing;

    void agrees(String fact) {
        agreeing++;
        bySection.merge(section(fact), new Tally(1, 0), Tally::plus);
    }

    void differs(String fact) {
        bySection.merge(section(fact), new Tally(0, 1), Tally::plus);
    }

    int agreeing() {
        return agreeing;
    }

    SortedMap<String, Tally> bySection() {
        return bySection;
    }

    /** The first part of a name; of the structure also the kind of object: {@code schema.index}. */
    private static String section(String fact) {
        int kind = fact.startsWith(STRUCTURE) ? fact.indexOf('.', STRUCTURE.length()) : -1;
        int dot = kind < 0 ? fact.indexOf('.') : kind;
        return dot < 0 ? NO_SECTION : fact.substring(0, dot);
    }
}
