package dev.parityguard.quarkus.runtime;

import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.ServiceConfig;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which client stands for which service: the one that the configuration names, else the one of the same name,
 * else the only one of its family on both sides. What is not clear is said, never guessed.
 */
final class ServiceMatching {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z0-9]");
    private static final Pattern USUAL_ENDING = Pattern.compile("(?<=.)(datasource|database|client|db|redis|s3)$");

    private final SortedMap<String, ServiceExpectation> expected;
    private final Map<String, ServiceConfig> configured;
    private final List<Client> clients;
    private final SortedMap<String, Target> targets = new TreeMap<>();
    private final List<Client> taken = new ArrayList<>();

    private ServiceMatching(
            SortedMap<String, ServiceExpectation> expected,
            Map<String, ServiceConfig> configured,
            List<Client> clients) {
        this.expected = expected;
        this.configured = configured;
        this.clients = clients;
    }

    /** The targets by service name; clients that no service wants are services of their own name. */
    static SortedMap<String, Target> targets(
            SortedMap<String, ServiceExpectation> expected,
            Map<String, ServiceConfig> configured,
            List<Client> clients) {
        ServiceMatching matching = new ServiceMatching(expected, configured, clients);
        matching.match();
        return matching.targets;
    }

    private void match() {
        TreeSet<String> open = new TreeSet<>(expected.keySet());
        open.addAll(configured.keySet());
        open.removeIf(this::isConfigured);
        open.removeIf(this::hasNamesake);
        for (String service : List.copyOf(open)) {
            Family family = family(service);
            if (family != null) {
                onlyOne(service, family, open);
            }
        }
        for (Client client : clients) {
            // A bucket has to be named by somebody.
            if (!taken.contains(client) && client.family() != Family.S3) {
                targets.putIfAbsent(client.serviceName(), client.target());
            }
        }
    }

    private boolean isConfigured(String service) {
        ServiceConfig said = configured.get(service);
        if (said == null) {
            return false;
        }
        if (said.bean().isPresent()) {
            String bean = said.bean().get();
            List<Client> named = candidates(service).stream()
                    .filter(client -> client.name().equals(bean))
                    .toList();
            if (named.size() == 1) {
                take(service, named.get(0));
            } else {
                miss(service, "names '" + bean + "', which is " + (named.isEmpty() ? "not there" : "ambiguous"));
            }
            return true;
        }
        if (said.url().isPresent()) {
            targets.put(service, withProperties(Target.url(said.url().get()), said));
            return true;
        }
        return false;
    }

    private boolean hasNamesake(String service) {
        List<Client> namesakes = candidates(service).stream()
                .filter(client -> normalised(client.name()).equals(normalised(service)))
                .toList();
        if (namesakes.size() != 1) {
            return false;
        }
        take(service, namesakes.get(0));
        return true;
    }

    private void onlyOne(String service, Family family, Set<String> open) {
        List<Client> left = candidates(service).stream()
                .filter(client -> family == Family.S3 || !taken.contains(client))
                .toList();
        // One S3 client serves many buckets, while other clients stand for one service each.
        long wanted = open.stream().filter(other -> family(other) == family).count();
        if (left.size() == 1 && (wanted == 1 || family == Family.S3)) {
            take(service, left.get(0));
            open.remove(service);
        } else if (!left.isEmpty() && !hasUrl(service)) {
            miss(service, "is needed, since names do not tell which client it is");
        }
    }

    private List<Client> candidates(String service) {
        Family family = family(service);
        return clients.stream()
                .filter(client -> family == null || client.family() == family)
                .toList();
    }

    private @Nullable Family family(String service) {
        ServiceExpectation expectation = expected.get(service);
        if (expectation != null) {
            return Family.of(expectation.kind());
        }
        ServiceConfig said = configured.get(service);
        if (said != null && said.bucket().isPresent()) {
            return Family.S3;
        }
        return said != null && said.use().isPresent() ? Family.REDIS : null;
    }

    private boolean hasUrl(String service) {
        ServiceExpectation expectation = expected.get(service);
        return expectation != null && expectation.url() != null;
    }

    private void take(String service, Client client) {
        ServiceConfig said = configured.get(service);
        targets.put(service, said == null ? client.target() : withProperties(client.target(), said));
        taken.add(client);
    }

    private void miss(String service, String what) {
        String there =
                candidates(service).stream().map(Client::toString).sorted().collect(Collectors.joining(", "));
        targets.put(
                service,
                Target.missing("parity-guard.services." + service + ".bean " + what + "; there "
                        + (there.isEmpty() ? "is no client that could stand for it" : "are: " + there)));
    }

    private static Target withProperties(Target target, ServiceConfig said) {
        Target with = target;
        for (Map.Entry<String, String> property : said.properties().entrySet()) {
            with = with.with(property.getKey(), property.getValue());
        }
        if (said.use().isPresent()) {
            with = with.use(said.use().get());
        }
        return said.bucket().isPresent() ? with.with("bucket", said.bucket().get()) : with;
    }

    /** {@code orders-db}, {@code ordersDb} and {@code orders} are the same. */
    private static String normalised(String name) {
        String letters = NOT_A_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return USUAL_ENDING.matcher(letters).replaceFirst("");
    }
}
