package dev.parityguard.matching;

import dev.parityguard.target.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration of an application says of one service. Immutable.
 *
 * @param bean name of the client to look through, or null
 * @param url where to look when there is no client for it, or null
 * @param use what it is used for: {@code cache}, {@code queue}, {@code session} or {@code lock}; or null
 * @param bucket bucket of an object storage, or null
 * @param properties further properties for the probe
 */
public record ServiceSettings(
        @Nullable String bean,
        @Nullable String url,
        @Nullable String use,
        @Nullable String bucket,
        Map<String, String> properties) {
    public ServiceSettings {
        properties = Map.copyOf(properties);
    }

    Target addTo(Target target) {
        Target told = target;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            told = told.with(property.getKey(), property.getValue());
        }
        told = bucket == null ? told : told.with("bucket", bucket);
        return use == null ? told : told.use(use);
    }

    /** Says nothing of an address, which may hold a password. */
    @Override
    public String toString() {
        return "ServiceSettings[bean=" + bean + ", use=" + use + ", bucket=" + bucket + "]";
    }
}
