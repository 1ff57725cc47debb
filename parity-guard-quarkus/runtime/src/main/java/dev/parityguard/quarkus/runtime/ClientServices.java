package dev.parityguard.quarkus.runtime;

import dev.parityguard.ServiceSource;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.ServiceConfig;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/** Services through the application's own clients, of the families whose extensions are there. */
record ClientServices(Set<Family> families, Map<String, ServiceConfig> configured) implements ServiceSource {
    @Override
    public void find(SortedMap<String, ServiceExpectation> expected, BiConsumer<String, Target> found) {
        List<Client> clients = new ArrayList<>();
        if (families.contains(Family.SQL)) {
            clients.addAll(DataSourceClients.active());
        }
        if (families.contains(Family.REDIS)) {
            clients.addAll(RedisClients.active());
        }
        if (families.contains(Family.S3)) {
            clients.addAll(S3Clients.usable());
        }
        ServiceMatching.targets(expected, configured, clients).forEach(found);
    }
}
