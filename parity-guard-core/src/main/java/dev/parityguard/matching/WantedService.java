package dev.parityguard.matching;

import dev.parityguard.profile.ServiceExpectation;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that the profile or the configuration names.
 *
 * @param kinds the clients that can stand for it: none for a service that no client is known for, every kind where
 *     nothing says what it is
 * @param bean the client that the configuration names, or null
 * @param hasUrl whether the profile tells a URL to look at where there is no client
 */
record WantedService(Set<ClientKind> kinds, @Nullable String bean, boolean hasUrl) {
    static WantedService expected(ServiceExpectation service, @Nullable ServiceSettings settings) {
        ClientKind kind = ClientKind.of(service.kind());
        return new WantedService(
                kind == null ? Set.of() : Set.of(kind),
                settings == null ? null : settings.bean(),
                service.url() != null);
    }

    static WantedService configured(ServiceSettings settings) {
        return new WantedService(kinds(settings), settings.bean(), false);
    }

    private static Set<ClientKind> kinds(ServiceSettings settings) {
        if (settings.bucket() != null) {
            return Set.of(ClientKind.S3);
        }
        return settings.use() != null ? Set.of(ClientKind.REDIS) : EnumSet.allOf(ClientKind.class);
    }

    boolean isOf(ClientKind kind) {
        return kinds.equals(Set.of(kind));
    }
}
