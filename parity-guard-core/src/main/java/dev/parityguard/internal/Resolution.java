package dev.parityguard.internal;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.target.Target;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds a probe for each service that the application or the profile names. */
final class Resolution {
    private final @Nullable Profile profile;
    private final SortedMap<String, Target> targets;
    private final VariableSource variables;
    private final Providers providers;
    private final Asking.Asked asked;
    private final boolean process;

    Resolution(Configuration configuration, @Nullable Profile profile, Providers providers, Asking.Asked asked) {
        this.profile = profile;
        this.providers = providers;
        this.targets = new TreeMap<>(configuration.targets(backingServices()));
        this.process = configuration.process();
        this.variables = configuration.variables();
        this.asked = asked;
    }

    /** One service, and how to look at it. */
    record Resolved(@Nullable String kind, @Nullable String use, Probe probe) {}

    /** All services by name. */
    SortedMap<String, Resolved> services() {
        TreeSet<String> names = new TreeSet<>(targets.keySet());
        if (profile != null) {
            names.addAll(profile.services().keySet());
        }
        providers.ofProcess().forEach((name, kind) -> addProcess(name, kind, names));
        SortedMap<String, Resolved> services = new TreeMap<>();
        for (String name : names) {
            services.put(
                    name,
                    resolve(name, profile == null ? null : profile.services().get(name)));
        }
        return services;
    }

    /** What the profile expects of services for which a client may be found. */
    private SortedMap<String, ServiceExpectation> backingServices() {
        SortedMap<String, ServiceExpectation> services =
                profile == null ? new TreeMap<>() : new TreeMap<>(profile.services());
        providers.ofProcess().forEach((name, kind) -> {
            ServiceExpectation expected = services.get(name);
            if (expected != null && expected.kind().equals(kind)) {
                services.remove(name);
            }
        });
        return services;
    }

    /** A service that somebody else has named like the process is that service. */
    private void addProcess(String name, String kind, Set<String> names) {
        ServiceExpectation expected =
                profile == null ? null : profile.services().get(name);
        if (targets.containsKey(name) || (expected != null && !expected.kind().equals(kind))) {
            return;
        }
        if (process) {
            names.add(name);
            targets.put(name, Target.process());
        } else {
            names.remove(name);
        }
    }

    private Resolved resolve(String name, @Nullable ServiceExpectation expected) {
        String kind = expected == null ? null : expected.kind();
        String use = expected == null ? null : expected.use();
        try {
            Target target = target(targets.get(name), expected);
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
            target = Target.url(References.resolve(expected.url(), variables));
        }
        if (target == null || expected == null) {
            return target;
        }
        for (Map.Entry<String, String> property : expected.properties().entrySet()) {
            if (target.property(property.getKey()) == null) {
                target = target.with(property.getKey(), References.resolve(property.getValue(), variables));
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
                return redaction.apply(provider.probe(target).observe(new Asking(context, target, asked, expected)));
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
