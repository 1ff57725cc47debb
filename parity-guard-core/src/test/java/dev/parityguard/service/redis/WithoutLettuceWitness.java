package dev.parityguard.service.redis;

import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Runs in a class loader that has no Lettuce. */
public final class WithoutLettuceWitness {
    private WithoutLettuceWitness() {}

    /** The version seen through a URL. */
    public static @Nullable String url(String url) throws Exception {
        return version(Target.url(url));
    }

    /** The version seen through a client that nobody knows. */
    public static @Nullable String otherClient() throws Exception {
        RedisPipeline recorded = new Recorded().reply("INFO", "server_name:valkey\r\nvalkey_version:9.1.2\r\n");
        return version(Target.of(recorded));
    }

    /** Whether a handle is accepted that is no client at all. */
    public static boolean acceptsAnything() {
        return provider().accepts(Target.of(new Object()));
    }

    private static @Nullable String version(Target target) throws Exception {
        Observed seen = (Observed)
                ProbeTrial.run(provider().probe(target), Duration.ofSeconds(10)).observation();
        return seen.facts().value("version");
    }

    private static ProbeProvider provider() {
        return ServiceLoader.load(ProbeProvider.class, WithoutLettuceWitness.class.getClassLoader()).stream()
                .filter(provider -> provider.type() == RedisProbeProvider.class)
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
    }
}
