package dev.parityguard.internal;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The probes on the class path. A provider that cannot be loaded is as if it were not there. */
final class Providers {
    private final List<ProbeProvider> all = new ArrayList<>();
    private final Map<String, FactCatalogue> catalogues = new ConcurrentHashMap<>();

    private Providers(ServiceLoader<ProbeProvider> loader) {
        Iterator<ProbeProvider> providers = loader.iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                all.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                broken(e);
            }
        }
    }

    /** The providers that the library's own class loader and the thread's context class loader know. */
    static Providers discover() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Providers.class.getClassLoader();
        Providers providers = new Providers(ServiceLoader.load(ProbeProvider.class, own));
        if (context != null && context != own) {
            for (ProbeProvider more : new Providers(ServiceLoader.load(ProbeProvider.class, context)).all) {
                if (providers.all.stream().noneMatch(known -> known.getClass() == more.getClass())) {
                    providers.all.add(more);
                }
            }
        }
        return providers;
    }

    /** The provider for a target: of that kind when several accept it. */
    @Nullable
    ProbeProvider accepting(Target target, @Nullable String kind) {
        ProbeProvider first = null;
        for (ProbeProvider provider : all) {
            if (provider.accepts(target)) {
                if (provider.kind().equals(kind)) {
                    return provider;
                }
                first = first == null ? provider : first;
            }
        }
        return first;
    }

    /** The services that are looked at in every run, with their kinds: what the process itself stands on. */
    SortedMap<String, String> ofProcess() {
        SortedMap<String, String> kinds = new TreeMap<>();
        for (ProbeProvider provider : all) {
            String service = provider.processService();
            if (service != null) {
                kinds.put(service, provider.kind());
            }
        }
        return kinds;
    }

    /** What is known of the facts of that kind; nothing for a kind that no provider brings. */
    FactCatalogue catalogue(String kind) {
        return catalogues.computeIfAbsent(kind, this::load);
    }

    private FactCatalogue load(String kind) {
        for (ProbeProvider provider : all) {
            if (provider.kind().equals(kind)) {
                return provider.catalogue();
            }
        }
        return FactCatalogue.empty();
    }

    /** Whether that fact of that kind is never compared. */
    boolean isIgnored(String kind, String fact) {
        FactDescription description = catalogue(kind).describe(fact);
        return description != null && description.compare() == Compare.IGNORE;
    }

    /** What can be looked at, as a person reads it. */
    String accepted() {
        return all.stream().map(ProbeProvider::accepted).sorted().distinct().collect(Collectors.joining("; "));
    }

    private static void broken(Throwable e) {
        LoggerFactory.getLogger("dev.parityguard")
                .warn("A probe could not be loaded and is left out: {}", e.getMessage());
    }
}
