package dev.parityguard.spring.standin;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;
import java.util.Objects;

/** Brings what stands in for services inside a Spring application to the guard, as a service of kind {@code spring}. */
public final class StandInProvider implements ProbeProvider {
    /** For {@link java.util.ServiceLoader}. */
    public StandInProvider() {}

    @Override
    public String kind() {
        return StandIns.KIND;
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(StandInProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "the context of a Spring application";
    }

    @Override
    public boolean accepts(Target target) {
        return target.handle(StandIns.class) != null;
    }

    @Override
    public Probe probe(Target target) {
        StandIns standIns = Objects.requireNonNull(target.handle(StandIns.class), "handle");
        return context -> standIns.observed();
    }
}
