package dev.parityguard.internal;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds a probe for each service that the application or the profile names. */
final class Resolution {
    private final Configuration configuration;
    private final SortedMap<String, ServiceExpectation> expected;
    private final Providers providers;
    private final Asking.Asked asked;
    private final IdentityKey key;
    private final SortedMap<String, Resolved> services = new TreeMap<>();

    Resolution(Configuration configuration, @Nullable Profile profile, Providers providers, Asking.Asked asked) {
        this.configuration = configuration;
        this.expected = profile == null ? Collections.emptySortedMap() : profile.services();
        this.providers = providers;
        this.asked = asked;
        String said = new Settings(configuration.variables()).said(Settings.IDENTITY_KEY);
        this.key = new IdentityKey(said != null ? said : profile == null ? configuration.name() : profile.name());
    }

    /** One service, and how to look at it. */
    record Resolved(@Nullable String kind, @Nullable String use, Probe probe) {}

    /**
     * All services by name. What is said of one service alone wins over what the application finds, and that over the profile;
     * a service that any of them names like the process is that service.
     *
     * @param found is told each as soon as it is known, so that it is looked at while others are still to be made
     */
    SortedMap<String, Resolved> services(BiConsumer<String, Probe> found) {
        SortedMap<String, ServiceExpectation> backing = new TreeMap<>(expected);
        providers.ofProcess().forEach((name, kind) -> {
            if (isOf(kind, name)) {
                backing.remove(name);
            }
        });
        configuration.targets().forEach((name, target) -> add(name, target, found));
        if (configuration.moreTargets() != null) {
            configuration
                    .moreTargets()
                    .accept(Collections.unmodifiableSortedMap(backing), (name, target) -> add(name, target, found));
        }
        backing.keySet().forEach(name -> add(name, null, found));
        if (configuration.process()) {
            providers.ofProcess().keySet().forEach(name -> add(name, Target.process(), found));
        }
        if (configuration.only() != null) {
            configuration.only().forEach(name -> add(name, null, found));
        }
        return services;
    }

    private boolean isOf(String kind, String name) {
        ServiceExpectation service = expected.get(name);
        return service != null && service.kind().equals(kind);
    }

    private void add(String name, @Nullable Target given, BiConsumer<String, Probe> found) {
        if (configuration.isAbout(name) && !services.containsKey(name)) {
            Resolved service = resolve(given, expected.get(name));
            services.put(name, service);
            found.accept(name, service.probe());
        }
    }

    private Resolved resolve(@Nullable Target given, @Nullable ServiceExpectation expected) {
        String kind = expected == null ? null : expected.kind();
        String use = expected == null ? null : expected.use();
        try {
            Target target = target(given, expected);
            if (target == null) {
                return new Resolved(
                        kind, use, notProbed("the application names no target for it, nor does the profile"));
            }
            if (target.missing() != null) {
                return new Resolved(kind, use, notProbed(target.missing()));
            }
            String saidUse = target.property("use");
            return new Resolved(kind, saidUse == null ? use : saidUse, probe(target, expected));
        } catch (References.MissingVariable e) {
            NotProbed missing = new NotProbed("the variable " + e.variable() + " is not set", e.variable());
            return new Resolved(kind, use, context -> missing);
        } catch (RuntimeException | LinkageError e) {
            String failure = e.getClass().getSimpleName();
            return new Resolved(kind, use, notProbed("the probe could not be prepared: " + failure));
        }
    }

    private @Nullable Target target(@Nullable Target given, @Nullable ServiceExpectation expected)
            throws References.MissingVariable {
        Target target = given;
        if (target == null && expected != null && expected.url() != null) {
            target = Target.url(References.resolve(expected.url(), configuration.variables()));
        }
        if (target == null || expected == null) {
            return target;
        }
        for (Map.Entry<String, String> property : expected.properties().entrySet()) {
            if (target.property(property.getKey()) == null) {
                target = target.with(
                        property.getKey(), References.resolve(property.getValue(), configuration.variables()));
            }
        }
        return target;
    }

    private Probe probe(Target target, @Nullable ServiceExpectation expected) {
        Redaction redaction = Redaction.of(target);
        ProbeProvider provider = providers.accepting(target, expected == null ? null : expected.kind());
        if (provider == null) {
            return notProbed("no probe here can look at " + target + "; accepted are: " + providers.accepted());
        }
        return context -> {
            try {
                Asking asking = new Asking(context, target, asked, expected, key, redaction);
                return redaction.apply(provider.probe(target).observe(asking));
            } catch (Exception e) {
                String message = e.getMessage() == null ? "" : ": " + redaction.apply(e.getMessage());
                return new NotProbed("the probe failed: " + e.getClass().getSimpleName() + message);
            }
        };
    }

    private static Probe notProbed(String reason) {
        NotProbed notProbed = new NotProbed(reason);
        return context -> notProbed;
    }
}
