package dev.parityguard.cli.input;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.probe.ProbeProvider;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of the facts of each kind of service, by kind. */
public final class Catalogues {
    private final SortedMap<String, FactCatalogue> byKind = new TreeMap<>();

    private final Set<String> ofProcesses = new HashSet<>();

    private Catalogues() {}

    /** The catalogues of all kinds that have facts of their own. */
    public static Catalogues load() {
        Catalogues catalogues = new Catalogues();
        for (ProbeProvider provider : ServiceLoader.load(ProbeProvider.class)) {
            if (provider.processService() != null) {
                catalogues.ofProcesses.add(provider.kind());
            }
            FactCatalogue catalogue = provider.catalogue();
            if (!catalogue.all().isEmpty()) {
                catalogues.byKind.put(provider.kind(), catalogue);
            }
        }
        return catalogues;
    }

    /** What is known of that kind; nothing of a kind that nobody brings. */
    public FactCatalogue of(String kind) {
        return byKind.getOrDefault(kind, FactCatalogue.empty());
    }

    /** Whether a service of that kind is an application's own process, which nobody can look at from outside. */
    public boolean isProcess(String kind) {
        return ofProcesses.contains(kind);
    }

    /** All of them, sorted by kind. */
    public SortedMap<String, FactCatalogue> all() {
        return byKind;
    }
}
