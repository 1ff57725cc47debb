package dev.parityguard.internal;

import dev.parityguard.compare.SeenService;
import dev.parityguard.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The services of one run while they are looked at. */
final class Look {
    private final ProbeRun probing;
    private final SortedMap<String, Resolution.Resolved> services;

    private Look(ProbeRun probing, SortedMap<String, Resolution.Resolved> services) {
        this.probing = probing;
        this.services = services;
    }

    /** Starts to look at each service as soon as it is known where it is. */
    static Look start(
            Configuration configuration,
            @Nullable Profile profile,
            Providers providers,
            Asking.Asked asked,
            Duration time) {
        ProbeRun probing = new ProbeRun(time);
        try {
            Resolution resolution = new Resolution(configuration, profile, providers, asked);
            Look look = new Look(probing, resolution.services(probing::start));
            look.readCatalogues(providers);
            return look;
        } catch (RuntimeException | LinkageError e) {
            probing.cancel();
            throw e;
        }
    }

    /** What needs no answer yet is done while the servers are at it. */
    private void readCatalogues(Providers providers) {
        for (Resolution.Resolved service : services.values()) {
            if (service.kind() != null) {
                providers.catalogue(service.kind());
            }
        }
    }

    /** Waits for the answers, no longer than the deadline. */
    List<SeenService> seen() {
        Map<String, ProbeRun.Result> results = probing.results();
        List<SeenService> seen = new ArrayList<>();
        services.forEach((name, service) -> {
            ProbeRun.Result result = Objects.requireNonNull(results.get(name), name);
            seen.add(new SeenService(name, service.kind(), service.use(), result.observation(), result.took()));
        });
        return seen;
    }
}
