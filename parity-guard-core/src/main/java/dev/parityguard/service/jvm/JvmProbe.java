package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads properties of the JVM and a few small files of the operating system. Runs at every start of every application, so
 * it does without management beans, locale data and message digests, which cost a cold JVM tens of milliseconds each;
 * some of that can be asked for.
 */
final class JvmProbe implements Probe {
    static final String KIND = "jvm";

    private final Host host;

    JvmProbe(Host host) {
        this.host = host;
    }

    @Override
    public Observed observe(ProbeContext context) {
        Facts.Builder facts = Facts.builder();
        List<Unknown> unknowns = new ArrayList<>();
        VirtualMachine.tell(host, facts);
        Language.tell(host, facts);
        Time.tell(host, facts);
        SecuritySettings.tell(host, facts);
        new OperatingSystem(host).tell(facts, unknowns);
        new Container(host).tell(context.property("image"), facts, unknowns);
        Build.tell(host, facts);
        new ClassPath(host).tell(facts, unknowns);
        Extras.tell(context, facts, unknowns);
        return new Observed(KIND, facts.build(), unknowns);
    }
}
