package dev.parityguard.matching;

import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides where each service of an application is looked at: where the configuration says, else through the client of its
 * name, else through the only client of its kind or the primary one, where no other service of that kind is left. Never
 * guesses between several. Clients that neither profile nor configuration name are services by their own name, so that a
 * first capture has them.
 */
public final class ServiceMatching {
    private ServiceMatching() {}

    /**
     * Where the services are.
     *
     * @param expected what the profile expects, by service name; empty without a profile
     * @param settings what the configuration says, by service name
     * @param clients what the application has
     * @param others how to look through something else that the configuration names, or null when there is nothing of that
     *     name
     */
    public static MatchedServices of(
            SortedMap<String, ServiceExpectation> expected,
            Map<String, ServiceSettings> settings,
            List<Client> clients,
            Function<String, @Nullable Target> others) {
        SortedMap<String, WantedService> wanted = wanted(expected, settings);
        SortedMap<String, Match> matches = new ClientMatching(wanted, clients, others).matches();
        Map<String, Supplier<Target>> targets = new LinkedHashMap<>();
        SortedMap<String, String> doubts = new TreeMap<>();
        SortedMap<String, Client> through = new TreeMap<>();
        Set<ClientKind> doubtful = EnumSet.noneOf(ClientKind.class);
        settings.forEach((name, service) -> {
            String url = service.url();
            if (url != null && service.bean() == null) {
                targets.put(name, () -> service.addTo(Target.url(url)));
            }
        });
        matches.forEach((name, match) -> {
            if (match instanceof Match.Through client) {
                through.put(name, client.client());
            } else if (match instanceof Match.Named other) {
                targets.put(name, () -> with(settings.get(name), other.target()));
            } else if (match instanceof Match.Nowhere nowhere) {
                targets.put(name, () -> Target.missing(nowhere.reason()));
            } else if (match instanceof Match.Doubtful doubt) {
                doubts.put(name, doubt.reason());
                targets.put(name, () -> Target.missing(doubt.reason()));
                WantedService service = wanted.get(name);
                doubtful.addAll(service == null ? Set.of() : service.kinds());
            }
        });
        Set<Client> named = new HashSet<>(through.values());
        for (Client client : clients) {
            // One that could be a service in doubt has been told. A bucket has to be named by somebody.
            boolean told = doubtful.contains(client.kind()) || (client.kind() == ClientKind.S3 && !expected.isEmpty());
            if (!told && !named.contains(client) && !targets.containsKey(client.service())) {
                through.putIfAbsent(client.service(), client);
            }
        }
        through.entrySet().stream()
                .sorted(Comparator.comparing(service -> service.getValue().kind()))
                .forEach(service -> targets.put(
                        service.getKey(),
                        () -> with(
                                settings.get(service.getKey()),
                                service.getValue().target().get())));
        return new MatchedServices(targets, doubts);
    }

    private static SortedMap<String, WantedService> wanted(
            SortedMap<String, ServiceExpectation> expected, Map<String, ServiceSettings> settings) {
        SortedMap<String, WantedService> wanted = new TreeMap<>();
        expected.forEach((name, service) -> wanted.put(name, WantedService.expected(service, settings.get(name))));
        settings.forEach((name, service) -> {
            if (service.url() != null && service.bean() == null) {
                wanted.remove(name);
            } else {
                wanted.putIfAbsent(name, WantedService.configured(service));
            }
        });
        return wanted;
    }

    private static Target with(@Nullable ServiceSettings settings, Target target) {
        return settings == null ? target : settings.addTo(target);
    }
}
