package dev.parityguard.service.jvm;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;

/** Looks at the JVM and the operating system of this process, in every run: nobody has to name it. */
public final class JvmProvider implements ProbeProvider {
    /** For {@link java.util.ServiceLoader}. */
    public JvmProvider() {}

    @Override
    public String kind() {
        return JvmProbe.KIND;
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(JvmProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "this process";
    }

    @Override
    public String processService() {
        return "runtime";
    }

    @Override
    public boolean accepts(Target target) {
        return target.isProcess();
    }

    @Override
    public Probe probe(Target target) {
        return new JvmProbe(Host.here());
    }
}
