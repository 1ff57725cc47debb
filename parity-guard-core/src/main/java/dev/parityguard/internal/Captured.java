package dev.parityguard.internal;

import dev.parityguard.compare.SeenService;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.profile.CapturedService;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileWriter;
import dev.parityguard.target.Target;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it was captured.
 *
 * @param text the profile
 * @param services how many facts were captured, by service
 * @param missed why a service could not be captured, by service
 */
public record Captured(String text, SortedMap<String, Integer> services, SortedMap<String, String> missed) {

    static Captured of(
            @Nullable ProfileDocument existing,
            boolean beside,
            Configuration configuration,
            @Nullable String environment,
            List<SeenService> seen,
            Providers providers) {
        SortedMap<String, CapturedService> captured = new TreeMap<>();
        SortedMap<String, Integer> services = new TreeMap<>();
        SortedMap<String, String> missed = new TreeMap<>();
        for (SeenService service : seen) {
            if (service.observation() instanceof Observed observed) {
                SortedMap<String, String> facts = facts(observed, providers);
                captured.put(
                        service.name(),
                        new CapturedService(
                                observed.kind(),
                                facts,
                                observed.unknowns(),
                                written(configuration.targets().get(service.name())),
                                service.use(),
                                new TreeMap<>()));
                services.put(service.name(), facts.size());
            } else if (service.observation() instanceof Unreachable unreachable) {
                missed.put(service.name(), unreachable.reason());
            } else if (service.observation() instanceof NotProbed notProbed) {
                missed.put(service.name(), notProbed.reason());
            }
        }
        Profile.Captured origin = new Profile.Captured(
                environment, configuration.clock().instant().truncatedTo(ChronoUnit.SECONDS), Release.current());
        return new Captured(write(existing, beside, configuration.name(), origin, captured), services, missed);
    }

    private static @Nullable String written(@Nullable Target target) {
        return target == null ? null : target.written();
    }

    private static String write(
            @Nullable ProfileDocument existing,
            boolean beside,
            String name,
            Profile.Captured origin,
            SortedMap<String, CapturedService> captured) {
        if (existing == null) {
            return ProfileWriter.create(name, origin, captured);
        }
        return beside
                ? ProfileWriter.merge(existing, origin, captured)
                : ProfileWriter.refresh(existing, origin, captured);
    }

    /** What is never compared stays out, but for the identity, which the identity guard needs. */
    private static SortedMap<String, String> facts(Observed observed, Providers providers) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (Fact fact : observed.facts()) {
            if (fact.name().startsWith("identity.") || !providers.isIgnored(observed.kind(), fact.name())) {
                facts.put(fact.name(), fact.value());
            }
        }
        return facts;
    }
}
