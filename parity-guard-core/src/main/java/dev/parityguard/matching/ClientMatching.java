package dev.parityguard.matching;

import dev.parityguard.target.Target;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which client stands for which service. Never guesses between several. */
final class ClientMatching {
    private final SortedMap<String, WantedService> wanted;
    private final List<Client> clients;
    private final Function<String, @Nullable Target> others;
    private final SortedMap<String, Match> matches = new TreeMap<>();
    private final Set<Client> taken = new HashSet<>();

    ClientMatching(
            SortedMap<String, WantedService> wanted, List<Client> clients, Function<String, @Nullable Target> others) {
        this.wanted = wanted;
        this.clients = clients;
        this.others = others;
    }

    SortedMap<String, Match> matches() {
        wanted.forEach((name, service) -> {
            if (service.bean() != null) {
                matches.put(name, said(name, service, service.bean()));
            }
        });
        List<Client> unsaid = clients.stream().filter(this::isFree).toList();
        byName((service, client) -> client.kind().isSame(service, client.name()));
        byName((service, client) -> client.kind().isSimilar(service, client.name()));
        SortedMap<String, WantedService> open = new TreeMap<>(wanted);
        open.keySet().removeAll(matches.keySet());
        open.forEach((name, service) -> matches.put(name, byKind(name, service, unsaid, open)));
        return matches;
    }

    private Match said(String service, WantedService settings, String bean) {
        List<Client> named =
                clients.stream().filter(client -> client.name().equals(bean)).toList();
        List<Client> fitting = named.size() > 1 ? candidates(settings, named) : named;
        if (fitting.size() == 1) {
            taken.add(fitting.get(0));
            return new Match.Through(fitting.get(0));
        }
        Target other = named.isEmpty() ? others.apply(bean) : null;
        if (other != null) {
            return new Match.Named(other);
        }
        return new Match.Doubtful("parity-guard.services." + service + ".bean names '" + bean + "', "
                + (named.isEmpty()
                        ? "but there is none of that name; the guard can look through: " + words(clients)
                        : "which could be any of: " + words(named)));
    }

    private void byName(BiPredicate<String, Client> sameName) {
        wanted.forEach((name, service) -> {
            List<Client> named = candidates(service, clients).stream()
                    .filter(client -> isFree(client) && sameName.test(name, client))
                    .toList();
            if (named.size() == 1 && matches.putIfAbsent(name, new Match.Through(named.get(0))) == null) {
                taken.add(named.get(0));
            }
        });
    }

    /** One client of S3 serves any number of buckets. */
    private boolean isFree(Client client) {
        return client.kind() == ClientKind.S3 || !taken.contains(client);
    }

    private Match byKind(
            String name, WantedService service, List<Client> unsaid, SortedMap<String, WantedService> open) {
        List<Client> candidates = candidates(service, unsaid);
        Client only = service.kinds().size() == 1 ? only(candidates) : null;
        if (only != null && isFree(only) && (only.kind() == ClientKind.S3 || isOnlyOf(only.kind(), open))) {
            return new Match.Through(only);
        }
        if (service.hasUrl() || service.kinds().isEmpty()) {
            return new Match.Elsewhere();
        }
        String say = "parity-guard.services." + name + ".bean, or where it is: parity-guard.services." + name + ".url";
        if (candidates.isEmpty()) {
            return service.kinds().size() == 1
                    ? new Match.Nowhere("the application has no "
                            + service.kinds().iterator().next().words() + " for it; name its bean: " + say)
                    : new Match.Doubtful(
                            "neither a client of its name nor the profile tells what it is; name its bean: " + say);
        }
        return new Match.Doubtful(
                "no client has its name, and it could be any of: " + words(candidates) + "; say which: " + say);
    }

    /** One client, or the one that the application itself takes where it asks for no other. */
    private static @Nullable Client only(List<Client> candidates) {
        List<Client> few = candidates.size() == 1
                ? candidates
                : candidates.stream().filter(Client::primary).toList();
        return few.size() == 1 ? few.get(0) : null;
    }

    private static boolean isOnlyOf(ClientKind kind, SortedMap<String, WantedService> open) {
        return open.values().stream().filter(service -> service.isOf(kind)).count() == 1;
    }

    private static List<Client> candidates(WantedService service, List<Client> clients) {
        return clients.stream()
                .filter(client -> service.kinds().contains(client.kind()))
                .toList();
    }

    private static String words(List<Client> clients) {
        return clients.isEmpty()
                ? "nothing here"
                : clients.stream()
                        .sorted(Comparator.comparing(Client::name))
                        .collect(Collectors.groupingBy(
                                Client::kind, TreeMap::new, Collectors.mapping(Client::name, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .map((Map.Entry<ClientKind, String> kind) ->
                                kind.getKey().words() + " " + kind.getValue())
                        .collect(Collectors.joining("; "));
    }
}
