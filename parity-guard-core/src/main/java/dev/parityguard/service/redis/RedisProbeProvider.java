package dev.parityguard.service.redis;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;

/**
 * Brings the Redis family to the guard. The target's property {@code commands} names the commands that the application
 * uses, separated by commas or blanks: their presence becomes a fact each.
 */
public final class RedisProbeProvider implements ProbeProvider {
    static final String KIND = "redis";

    private static final String[] SCHEMES = {"redis", "rediss", "valkey", "valkeys"};

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(RedisProbeProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "a Lettuce RedisClient, RedisClusterClient or connection of theirs (not for pub/sub), a RedisPipeline, "
                + "redis://host, rediss://host";
    }

    @Override
    public boolean accepts(Target target) {
        return target.hasScheme(SCHEMES) || target.handle(RedisPipeline.class) != null || LettuceHandle.is(target);
    }

    @Override
    public Probe probe(Target target) {
        String usedCommands = target.property("commands");
        RedisPipeline pipeline = target.handle(RedisPipeline.class);
        if (pipeline != null) {
            return context -> Inspection.of(pipeline, usedCommands, null);
        }
        Secret url = target.url();
        if (url != null) {
            RedisUrl parsed = RedisUrl.parse(url.reveal());
            return parsed == null
                    ? context -> new NotProbed("the URL cannot be read: redis[s]://user:password@host:port/database is "
                            + "expected, with %-encoding where user or password hold / ? # or %")
                    : context -> Inspection.of(new SocketPipeline(parsed, context), usedCommands, parsed.tls());
        }
        Object handle = target.handle();
        if (handle == null) {
            throw new IllegalArgumentException("neither a handle nor a URL");
        }
        return context -> new LettuceProbe(handle, usedCommands).observe(context);
    }
}
