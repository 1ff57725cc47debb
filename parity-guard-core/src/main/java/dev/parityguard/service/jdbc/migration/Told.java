package dev.parityguard.service.jdbc.migration;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What histories tell: facts of which a fingerprint is made, and the state they are in. Not safe for several threads. */
final class Told {
    static final String FINGERPRINT = "migration.fingerprint";

    /** More migrations than these are summed up and not told one by one. */
    static final int MOST_TOLD = 20_000;

    private final SortedMap<String, String> heads = new TreeMap<>();
    private final SortedMap<String, String> migrations = new TreeMap<>();
    private final SortedMap<String, String> states = new TreeMap<>();
    private final List<Unknown> unknowns = new ArrayList<>();

    /** What sums up a history in a word, such as its head. */
    void head(String fact, String value) {
        heads.put(fact, value);
    }

    /** One migration, which need not be told while the fingerprint is as expected. */
    void migration(String fact, String value) {
        migrations.put(fact, value);
    }

    /** What is so now and not part of the history, such as a lock. */
    void state(String fact, String value) {
        states.put(fact, value);
    }

    /** What could not be looked at. Without a whole family there is no fingerprint. */
    void unknown(String fact, Cause cause, String missing) {
        unseen(fact, cause, missing);
        if (fact.endsWith(".*")) {
            unseen(FINGERPRINT, cause, missing);
        }
    }

    /** What could not be looked at and does not matter to the others. */
    void unseen(String facts, Cause cause, String missing) {
        unknowns.add(new Unknown(facts, cause, missing));
    }

    List<Unknown> unknowns() {
        return unknowns;
    }

    /** The fingerprint of all histories and how many migrations they hold, or null where one was not read, or there is none. */
    @Nullable
    String fingerprint() {
        boolean whole = unknowns.stream().noneMatch(unknown -> unknown.fact().equals(FINGERPRINT));
        if (!whole || heads.isEmpty()) {
            return null;
        }
        SortedMap<String, String> all = new TreeMap<>(heads);
        all.putAll(migrations);
        StringBuilder lines = new StringBuilder();
        all.forEach(
                (fact, value) -> lines.append(fact).append(' ').append(value).append('\n'));
        return Fingerprint.of(lines.toString()).substring(0, 16) + " (" + all.size() + ")";
    }

    /** Adds everything, but for single migrations that are known. */
    void addTo(Facts.Builder facts, boolean known) {
        heads.forEach(facts::put);
        states.forEach(facts::put);
        if (migrations.size() > MOST_TOLD) {
            unseen(
                    "migration.*",
                    Cause.NOT_SUPPORTED,
                    migrations.size() + " migrations, of which at most " + MOST_TOLD + " are told");
        } else if (!known) {
            migrations.forEach(facts::put);
        }
    }
}
