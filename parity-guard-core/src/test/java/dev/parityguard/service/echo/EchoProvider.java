package dev.parityguard.service.echo;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;
import java.util.List;

/**
 * A made-up service: what a stranger writes to bring a new kind, and nothing more. Its target is {@link Echo}, a handle
 * that answers with its own facts.
 */
public final class EchoProvider implements ProbeProvider {
    @Override
    public String kind() {
        return "echo";
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(EchoProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "an Echo";
    }

    @Override
    public boolean accepts(Target target) {
        if (target.hasScheme("echo-broken")) {
            throw new IllegalStateException("a defect of this probe");
        }
        return target.handle(Echo.class) != null || target.hasScheme("echo");
    }

    @Override
    public Probe probe(Target target) {
        Echo echo = target.handle(Echo.class);
        if (echo == null) {
            String name = target.url().reveal().substring("echo:".length());
            return context -> new Observed(
                    "echo",
                    Facts.builder().put("product", "echo").put("tone", name).build(),
                    List.of());
        }
        return context -> {
            Facts.Builder facts = Facts.builder().put("product", "echo").put("version", echo.version());
            echo.facts().forEach(facts::put);
            List<Unknown> unknowns = echo.hidden().stream()
                    .map(name -> new Unknown(name, Unknown.Cause.NOT_PERMITTED, "the right to hear " + name))
                    .toList();
            echo.whileLooking().run();
            return new Observed("echo", facts.build(), unknowns);
        };
    }
}
