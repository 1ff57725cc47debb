package dev.parityguard.quarkus.runtime;

import dev.parityguard.matching.Client;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.target.Target;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InstanceHandle;
import jakarta.enterprise.inject.Any;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 clients of the application, whoever produces them. Loaded only where the AWS SDK is there. */
final class S3Clients {
    private S3Clients() {}

    static List<Client> usable() {
        List<Client> clients = new ArrayList<>();
        for (InstanceHandle<S3Client> handle :
                Arc.container().select(S3Client.class, Any.Literal.INSTANCE).handles()) {
            if (handle.getBean().isActive()) {
                add(handle, clients);
            }
        }
        return clients;
    }

    private static void add(InstanceHandle<S3Client> handle, List<Client> clients) {
        String name = name(handle.getBean());
        try {
            S3Client client = handle.get();
            client.serviceName(); // makes the client that a proxy stands for
            clients.add(ClientServices.client(ClientKind.S3, name, () -> Target.of(client)));
        } catch (IllegalStateException notUsed) {
            // Quarkus' extension has a bean for every client and no client behind those that nobody injects.
        } catch (RuntimeException e) {
            String failure = e.getClass().getSimpleName();
            Target missing = Target.missing("the S3Client could not be made: " + failure);
            clients.add(ClientServices.client(ClientKind.S3, name, () -> missing));
        }
    }

    private static String name(InjectableBean<?> bean) {
        return bean.getName() == null ? ClientServices.DEFAULT : bean.getName();
    }
}
