package dev.parityguard.service.rabbitmq;

import com.rabbitmq.client.Connection;
import dev.parityguard.fact.Fingerprint;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server has told when the connection was opened: no question is needed. */
final class ServerFacts {
    /** What 0 stands for: as many as fit into the protocol's number. */
    private static final int MOST_CHANNELS = 65_535;

    private ServerFacts() {}

    static void tell(Connection connection, FactSheet sheet) throws IOException {
        if (!connection.isOpen()) {
            throw new IOException("the connection is closed");
        }
        Map<String, Object> server = connection.getServerProperties();
        sheet.put("product", product(text(server.get("product"))));
        sheet.put("version", text(server.get("version")));
        sheet.put("platform", text(server.get("platform")));
        String cluster = text(server.get("cluster_name"));
        sheet.put("identity.cluster", cluster == null ? null : Fingerprint.of(cluster));
        if (server.get("capabilities") instanceof Map<?, ?> capabilities) {
            capabilities.forEach((name, has) -> {
                if (Boolean.TRUE.equals(has)) {
                    sheet.put("capability." + name, "yes");
                }
            });
        }
        int channels = connection.getChannelMax();
        sheet.put("setting.channel_max", channels == 0 ? MOST_CHANNELS : channels);
        sheet.put("setting.heartbeat", connection.getHeartbeat());
    }

    /** RabbitMQ, LavinMQ and Apache Qpid say their names as a person would; "Apache Qpid Broker-J Core" has a part more. */
    private static @Nullable String product(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        return plain.startsWith("apache-qpid-broker-j") ? "qpid-broker-j" : plain;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
