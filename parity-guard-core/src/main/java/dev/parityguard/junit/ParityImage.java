package dev.parityguard.junit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container image that answers as a service of the profile does. Immutable.
 *
 * @param name the image with its tag, such as {@code postgres:16.4}
 * @param environment the variables that the image is started with, such as those for the locale of a new database
 * @param command the command of the container; empty where the image's own does
 */
public record ParityImage(String name, SortedMap<String, String> environment, List<String> command) {
    public ParityImage {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        command = List.copyOf(command);
    }

    static ParityImage of(String name, Map<String, String> environment, List<String> command) {
        return new ParityImage(name, new TreeMap<>(environment), command);
    }
}
