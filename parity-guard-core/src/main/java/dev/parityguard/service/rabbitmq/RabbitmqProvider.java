package dev.parityguard.service.rabbitmq;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;

/**
 * Looks at a broker that speaks AMQP 0-9-1, through RabbitMQ's Java client. Properties of the target: {@code queues} and
 * {@code exchanges} name, separated by commas, what has to be there; {@code management} is the URL of the management API,
 * {@code http[s]://user:password@host:port}; {@code vhost} is the virtual host of a {@code Connection}, {@code /} unless
 * said.
 */
public final class RabbitmqProvider implements ProbeProvider {
    static final String KIND = "rabbitmq";

    private static final String FACTORY = "com.rabbitmq.client.ConnectionFactory";
    private static final String CONNECTION = "com.rabbitmq.client.Connection";

    /** For {@link java.util.ServiceLoader}. */
    public RabbitmqProvider() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(RabbitmqProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "a Connection or ConnectionFactory of RabbitMQ's Java client, amqp://host/vhost, amqps://host/vhost";
    }

    @Override
    public boolean accepts(Target target) {
        return target.hasScheme("amqp", "amqps") || target.hasHandle(FACTORY, CONNECTION);
    }

    @Override
    public Probe probe(Target target) {
        if (target.url() == null) {
            return context -> new RabbitmqProbe(target, null).observe(context);
        }
        AmqpUrl url = AmqpUrl.parse(target.url().reveal());
        if (url == null) {
            return context ->
                    new NotProbed("the URL cannot be read: amqp[s]://user:password@host:port/vhost is expected, "
                            + "with %-encoding where user, password or vhost hold : / ? # @ or %");
        }
        return isPresent(FACTORY)
                ? context -> new RabbitmqProbe(target, url).observe(context)
                : context -> new NotProbed("RabbitMQ's client is not on the class path: add com.rabbitmq:amqp-client");
    }
}
