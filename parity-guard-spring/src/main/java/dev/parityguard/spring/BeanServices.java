package dev.parityguard.spring;

import dev.parityguard.ServiceSource;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.spring.ParityGuardProperties.Service;
import dev.parityguard.spring.standin.StandIns;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the services of an application context: through its beans, or where its configuration says. Beans that neither
 * profile nor configuration name are services by their own name, so that a first capture has them.
 */
final class BeanServices implements ServiceSource {
    private final ClientBeans clients;
    private final Supplier<StandIns> standIns;
    private final Map<String, Service> configured;
    private volatile SortedMap<String, String> wrong = Collections.emptySortedMap();

    BeanServices(ClientBeans clients, Supplier<StandIns> standIns, Map<String, Service> configured) {
        this.clients = clients;
        this.standIns = standIns;
        this.configured = configured;
    }

    /** Which services the configuration leaves in doubt, and why; as of the last look. */
    SortedMap<String, String> wrong() {
        return wrong;
    }

    @Override
    public void find(SortedMap<String, ServiceExpectation> expected, BiConsumer<String, Target> found) {
        SortedMap<String, WantedService> wanted = wanted(expected);
        List<ClientBean> beans = clients.all();
        SortedMap<String, Match> matches = ServiceMatching.of(wanted, beans, clients::contains);
        SortedMap<String, String> inDoubt = new TreeMap<>();
        SortedMap<String, String> beanOfService = new TreeMap<>();
        configured.forEach((name, service) -> {
            if (service.url() != null && service.bean() == null) {
                found.accept(name, with(service, Target.url(service.url())));
            }
        });
        matches.forEach((name, match) -> {
            if (match instanceof Match.Through through) {
                beanOfService.put(name, through.bean());
            } else if (match instanceof Match.Nowhere nowhere) {
                found.accept(name, Target.missing(nowhere.reason()));
            } else if (match instanceof Match.Wrong doubt) {
                inDoubt.put(name, doubt.reason());
                found.accept(name, Target.missing(doubt.reason()));
            }
        });
        wrong = inDoubt;
        unnamed(beans, wanted, matches, expected.isEmpty())
                .forEach(bean -> beanOfService.putIfAbsent(bean.name(), bean.name()));
        beanOfService.entrySet().stream()
                .sorted(Comparator.comparing(
                        service -> kind(service.getValue(), beans), Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(service -> found.accept(
                        service.getKey(), with(configured.get(service.getKey()), clients.target(service.getValue()))));
        found.accept(nameOfItself(expected), itself());
    }

    private static @Nullable ClientKind kind(String bean, List<ClientBean> beans) {
        return beans.stream()
                .filter(candidate -> candidate.name().equals(bean))
                .map(ClientBean::kind)
                .findFirst()
                .orElse(null);
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

    private SortedMap<String, WantedService> wanted(SortedMap<String, ServiceExpectation> expected) {
        SortedMap<String, WantedService> wanted = new TreeMap<>();
        expected.forEach((name, service) -> {
            ClientKind kind = ClientKind.of(service.kind());
            Service said = configured.get(name);
            wanted.put(
                    name,
                    new WantedService(
                            kind == null ? Set.of() : Set.of(kind),
                            said == null ? null : said.bean(),
                            service.url() != null));
        });
        configured.forEach((name, service) -> {
            if (service.url() != null && service.bean() == null) {
                wanted.remove(name);
            } else if (!wanted.containsKey(name)) {
                Set<ClientKind> kinds =
                        service.bucket() == null ? EnumSet.allOf(ClientKind.class) : Set.of(ClientKind.S3);
                wanted.put(name, new WantedService(kinds, service.bean(), false));
            }
        });
        return wanted;
    }

    /** Beans that could be a service in doubt are left out: that has been told. A client of S3 without a bucket as well. */
    private static List<ClientBean> unnamed(
            List<ClientBean> beans,
            SortedMap<String, WantedService> wanted,
            SortedMap<String, Match> matches,
            boolean withoutProfile) {
        Set<ClientKind> inDoubt = EnumSet.noneOf(ClientKind.class);
        matches.forEach((name, match) -> {
            WantedService service = wanted.get(name);
            if (match instanceof Match.Wrong && service != null) {
                inDoubt.addAll(service.kinds());
            }
        });
        List<ClientBean> unnamed = new ArrayList<>();
        for (ClientBean bean : beans) {
            boolean told = inDoubt.contains(bean.kind()) || (bean.kind() == ClientKind.S3 && !withoutProfile);
            if (!told && !matches.containsValue(new Match.Through(bean.name()))) {
                unnamed.add(bean);
            }
        }
        return unnamed;
    }

    private static Target with(@Nullable Service service, Target target) {
        if (service == null) {
            return target;
        }
        Target told = target;
        for (Map.Entry<String, String> property : service.properties().entrySet()) {
            told = told.with(property.getKey(), property.getValue());
        }
        told = service.bucket() == null ? told : told.with("bucket", service.bucket());
        return service.use() == null ? told : told.use(service.use());
    }
}
