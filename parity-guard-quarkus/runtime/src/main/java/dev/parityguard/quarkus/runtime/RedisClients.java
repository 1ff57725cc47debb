package dev.parityguard.quarkus.runtime;

import dev.parityguard.matching.Client;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.target.Target;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.redis.client.RedisClientName;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Any;
import java.util.ArrayList;
import java.util.List;

/** The Redis clients that are active: those that the application uses. Loaded only where the extension is there. */
final class RedisClients {
    private RedisClients() {}

    static List<Client> active() {
        List<Client> clients = new ArrayList<>();
        for (InstanceHandle<Redis> handle :
                Arc.container().select(Redis.class, Any.Literal.INSTANCE).handles()) {
            if (handle.getBean().isActive()) {
                clients.add(ClientServices.client(
                        ClientKind.REDIS,
                        name(handle.getBean()),
                        () -> Target.of(new VertxRedisPipeline(handle.get()))));
            }
        }
        return clients;
    }

    private static String name(InjectableBean<?> bean) {
        return bean.getQualifiers().stream()
                .filter(RedisClientName.class::isInstance)
                .map(qualifier -> ((RedisClientName) qualifier).value())
                .findFirst()
                .orElse(ClientServices.DEFAULT);
    }
}
