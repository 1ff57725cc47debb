package dev.parityguard.spring;

import dev.parityguard.ServiceSource;
import dev.parityguard.matching.MatchedServices;
import dev.parityguard.matching.ServiceMatching;
import dev.parityguard.matching.ServiceSettings;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.spring.ParityGuardProperties.Service;
import dev.parityguard.spring.standin.StandIns;
import dev.parityguard.target.Target;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Finds the services of an application context: through its beans, or where its configuration says. */
final class BeanServices implements ServiceSource {
    private final ClientBeans clients;
    private final Supplier<StandIns> standIns;
    private final SortedMap<String, ServiceSettings> settings = new TreeMap<>();
    private volatile MatchedServices matched = MatchedServices.NONE;

    BeanServices(ClientBeans clients, Supplier<StandIns> standIns, Map<String, Service> configured) {
        this.clients = clients;
        this.standIns = standIns;
        configured.forEach((name, service) -> settings.put(name, service.settings()));
    }

    /** What the last look found. */
    MatchedServices matched() {
        return matched;
    }

    @Override
    public void find(SortedMap<String, ServiceExpectation> expected, BiConsumer<String, Target> found) {
        matched = ServiceMatching.of(expected, settings, clients.all(), clients::named);
        matched.tell(found);
        found.accept(nameOfItself(expected), itself());
    }

    /** The name that the profile gives to the application itself; where another service has the usual one, it wins. */
    private static String nameOfItself(SortedMap<String, ServiceExpectation> expected) {
        for (Map.Entry<String, ServiceExpectation> service : expected.entrySet()) {
            if (service.getValue().kind().equals(StandIns.KIND)) {
                return service.getKey();
            }
        }
        return expected.containsKey(StandIns.KIND) ? "spring-application" : StandIns.KIND;
    }

    private Target itself() {
        try {
            return Target.of(standIns.get());
        } catch (RuntimeException | LinkageError e) {
            return Target.missing(
                    "the context cannot be looked at: " + e.getClass().getSimpleName());
        }
    }
}
