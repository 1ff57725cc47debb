package dev.parityguard.compare;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a service is told by summaries: a fact that sums up others stands for them while it is as expected. Where it
 * is not, the others tell what differs, and only when they do not is the summary itself a finding. Used once.
 */
final class Summaries {
    private final SortedMap<String, List<String>> captured;
    private final Facts facts;
    private final List<Unknown> unknowns;
    private final boolean looked;
    private final Set<String> all = new TreeSet<>();
    private final Set<String> explained = new TreeSet<>();

    /** Summaries of what was captured; with {@code looked} false neither they nor what they sum up was asked for. */
    Summaries(FactCatalogue catalogue, SortedMap<String, List<String>> captured, Observed observed, boolean looked) {
        this.captured = captured;
        this.facts = observed.facts();
        this.unknowns = observed.unknowns();
        this.looked = looked;
        for (String name : captured.keySet()) {
            if (catalogue.isSummary(name)) {
                all.add(name);
            }
        }
        if (looked && !all.stream().allMatch(this::agrees)) {
            explain(catalogue);
        }
    }

    /** Where a member differs in any way, whether or not a rule excuses it, its summary differs for that reason. */
    private void explain(FactCatalogue catalogue) {
        for (Map.Entry<String, List<String>> fact : captured.entrySet()) {
            String summary = summary(catalogue.describe(fact.getKey()));
            String actual = facts.value(fact.getKey());
            if (summary != null
                    && !agrees(summary)
                    && (actual == null
                            ? isAbsent(fact.getKey())
                            : !fact.getValue().contains(actual))) {
                explained.add(summary);
            }
        }
        for (Fact fact : facts) {
            String summary = captured.containsKey(fact.name()) ? null : summary(catalogue.describe(fact.name()));
            if (summary != null) {
                explained.add(summary);
            }
        }
    }

    private boolean isAbsent(String name) {
        return unknowns.stream().noneMatch(unknown -> unknown.covers(name));
    }

    /** Whether the profile has any. */
    boolean areExpected() {
        return !all.isEmpty();
    }

    boolean looked() {
        return looked;
    }

    /** Whether an expected fact need not be judged by itself, since its summary is as expected or nobody has looked. */
    boolean standFor(@Nullable FactDescription description, @Nullable Fact fact) {
        if (description != null && description.afterMigrations()) {
            return !looked;
        }
        String summary = summary(description);
        return summary != null && (!looked || (fact == null && agrees(summary)));
    }

    /** The summaries that are judged like any other fact. */
    List<String> judged() {
        return looked ? all.stream().filter(name -> !explained.contains(name)).toList() : List.of();
    }

    private boolean agrees(String summary) {
        String actual = facts.value(summary);
        return actual != null && captured.getOrDefault(summary, List.of()).contains(actual);
    }

    private static @Nullable String summary(@Nullable FactDescription description) {
        return description == null ? null : description.summarisedBy();
    }
}
