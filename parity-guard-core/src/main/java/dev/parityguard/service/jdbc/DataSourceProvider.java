package dev.parityguard.service.jdbc;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** Looks through the application's own pool at whatever engine is behind it. */
public final class DataSourceProvider implements ProbeProvider {
    @Override
    public String kind() {
        return "sql";
    }

    /** Empty: what is seen belongs to the engine's own kind. */
    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.empty();
    }

    @Override
    public String accepted() {
        return "a javax.sql.DataSource";
    }

    @Override
    public boolean accepts(Target target) {
        return target.handle(DataSource.class) != null;
    }

    @Override
    public Probe probe(Target target) {
        DataSource dataSource = Objects.requireNonNull(target.handle(DataSource.class), "handle");
        return new DataSourceProbe(dataSource, engines());
    }

    private static List<SqlProvider> engines() {
        List<SqlProvider> engines = new ArrayList<>();
        ClassLoader own = DataSourceProvider.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        addEngines(own, engines);
        if (context != null && context != own) {
            addEngines(context, engines);
        }
        return engines;
    }

    /** A provider that cannot be loaded is as if it were not there. */
    private static void addEngines(ClassLoader loader, List<SqlProvider> engines) {
        Iterator<ProbeProvider> providers =
                ServiceLoader.load(ProbeProvider.class, loader).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                if (providers.next() instanceof SqlProvider engine) {
                    engines.add(engine);
                }
            } catch (ServiceConfigurationError | LinkageError broken) {
                // Whoever asked for the probes has told it already.
            }
        }
    }
}
