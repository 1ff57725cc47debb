package dev.parityguard.service.kafka;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a Kafka cluster through an {@code Admin} of Kafka's own client, or by bootstrap servers where neither TLS nor a
 * login is needed. The target's property {@code topics} names, separated by commas, what has to be there.
 */
public final class KafkaProvider implements ProbeProvider {
    static final String KIND = "kafka";

    private static final String ADMIN = "org.apache.kafka.clients.admin.Admin";
    private static final Pattern URL =
            Pattern.compile("(?i)kafka://((?:\\[[0-9a-f:.%]+]|[^\\s:/?#@,\\[\\]]+)(?::[0-9]{1,5})?(?:,[^/?#@]+)?)/?");
    private static final Pattern WITHOUT_PORT = Pattern.compile("(^|,)((?:\\[[^]]*]|[^,:])+)(?=,|$)");

    /** For {@link java.util.ServiceLoader}. */
    public KafkaProvider() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(KafkaProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "an Admin of Kafka's client, kafka://host:port,host:port (without TLS and login)";
    }

    @Override
    public boolean accepts(Target target) {
        return target.hasScheme("kafka") || target.hasHandle(ADMIN);
    }

    @Override
    public Probe probe(Target target) {
        if (target.url() == null) {
            return context -> new KafkaProbe(target, null).observe(context);
        }
        Matcher url = URL.matcher(target.url().reveal());
        if (!url.matches()) {
            return context ->
                    new NotProbed("the URL cannot be read: kafka://host:port,host:port is expected; where the "
                            + "cluster wants TLS or a login, give an Admin");
        }
        String servers = WITHOUT_PORT.matcher(url.group(1)).replaceAll("$1$2:9092");
        return isPresent(ADMIN)
                ? context -> new KafkaProbe(target, servers).observe(context)
                : context ->
                        new NotProbed("Kafka's client is not on the class path: add org.apache.kafka:kafka-clients");
    }
}
