package dev.parityguard.quarkus.runtime;

import dev.parityguard.ServiceSource;
import dev.parityguard.matching.Client;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.matching.MatchedServices;
import dev.parityguard.matching.ServiceMatching;
import dev.parityguard.matching.ServiceSettings;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Services through the application's own clients, of the kinds whose extensions are there. */
final class ClientServices implements ServiceSource {
    /** What Quarkus calls a client without a name. */
    static final String DEFAULT = "<default>";

    private final Set<ClientKind> kinds;
    private final Map<String, ServiceSettings> settings;
    private volatile MatchedServices matched = MatchedServices.NONE;

    ClientServices(Set<ClientKind> kinds, Map<String, ServiceSettings> settings) {
        this.kinds = kinds;
        this.settings = settings;
    }

    /** What the last look found. */
    MatchedServices matched() {
        return matched;
    }

    @Override
    public void find(SortedMap<String, ServiceExpectation> expected, BiConsumer<String, Target> found) {
        List<Client> clients = new ArrayList<>();
        if (kinds.contains(ClientKind.DATA_SOURCE)) {
            clients.addAll(DataSourceClients.active());
        }
        if (kinds.contains(ClientKind.REDIS)) {
            clients.addAll(RedisClients.active());
        }
        if (kinds.contains(ClientKind.S3)) {
            clients.addAll(S3Clients.usable());
        }
        matched = ServiceMatching.of(expected, settings, clients, ClientServices::bean);
        matched.tell(found);
    }

    private static @Nullable Target bean(String name) {
        InstanceHandle<?> bean = Arc.container().instance(name);
        return bean.isAvailable() ? Target.of(bean.get()) : null;
    }

    /** A client by its name in the configuration. */
    static Client client(ClientKind kind, String name, Supplier<Target> target) {
        boolean unnamed = name.equals(DEFAULT);
        return new Client(name, unnamed ? service(kind) : name, kind, unnamed, target);
    }

    private static String service(ClientKind kind) {
        return switch (kind) {
            case DATA_SOURCE -> "database";
            case REDIS -> "redis";
            case S3 -> "s3";
        };
    }
}
