package dev.parityguard.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one service, sorted by name. Immutable and safe for use by several threads. */
public final class Facts implements Iterable<Fact> {
    /** Longest value that is kept, in characters; a longer one is cut and says so. */
    public static final int MAX_VALUE_LENGTH = 2_000;

    private static final Facts EMPTY = new Facts(Map.of());

    /** In the order of the names, and found at once. */
    private final Map<String, Fact> byName;

    private Facts(Map<String, Fact> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** No facts at all. */
    public static Facts none() {
        return EMPTY;
    }

    /** Starts a new, empty collection. The builder is not safe for use by several threads. */
    public static Builder builder() {
        return new Builder();
    }

    /** The fact of that name, or null when it was not seen. */
    public @Nullable Fact get(String name) {
        return byName.get(name);
    }

    /** The value of that name, or null when it was not seen. */
    public @Nullable String value(String name) {
        Fact fact = byName.get(name);
        return fact == null ? null : fact.value();
    }

    /** All facts, sorted by name. */
    public Collection<Fact> all() {
        return byName.values();
    }

    /** All facts, sorted by name, as a stream. */
    public Stream<Fact> stream() {
        return byName.values().stream();
    }

    /** How many facts there are. */
    public int size() {
        return byName.size();
    }

    @Override
    public Iterator<Fact> iterator() {
        return byName.values().iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && facts.byName.equals(byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.values().toString();
    }

    /** Collects facts; a later value of the same name replaces an earlier one. */
    public static final class Builder {
        private final TreeMap<String, Fact> byName = new TreeMap<>();

        private Builder() {}

        /** Adds a fact whose source is not known; a null value adds nothing. */
        public Builder put(String name, @Nullable Object value) {
            return put(name, value, null);
        }

        /** Adds a yes-or-no fact as {@code yes} or {@code no}; null adds nothing. */
        public Builder putFlag(String name, @Nullable Boolean value) {
            return value == null ? this : put(name, value ? "yes" : "no");
        }

        /** Adds a fact and who set it; a null value adds nothing. */
        public Builder put(String name, @Nullable Object value, @Nullable String source) {
            if (value != null) {
                String printed = printable(name);
                byName.put(printed, new Fact(printed, printable(String.valueOf(value)), source));
            }
            return this;
        }

        /** The facts collected so far. */
        public Facts build() {
            return byName.isEmpty() ? EMPTY : new Facts(new LinkedHashMap<>(byName));
        }

        /** Not longer than what is kept, so that it is not cut again. */
        private static String shortened(String value) {
            String told = "… (" + value.length() + " characters)";
            int end = MAX_VALUE_LENGTH - told.length();
            return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + told;
        }

        /** A server may answer anything: one bounded line without control characters is what may go on from here. */
        private static String printable(String value) {
            StringBuilder line = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (Character.isISOControl(c)) {
                    line.append(String.format("\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
            return line.length() <= MAX_VALUE_LENGTH ? line.toString() : shortened(line.toString());
        }
    }
}
