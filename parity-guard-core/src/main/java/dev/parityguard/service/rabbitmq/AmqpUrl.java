package dev.parityguard.service.rabbitmq;

import dev.parityguard.target.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of {@code amqp[s]://[user[:password]@]host[:port][/vhost]}, with the defaults of RabbitMQ's own client. */
record AmqpUrl(boolean tls, String host, int port, String user, Secret password, String vhost) {
    private static final Pattern FORM = Pattern.compile("(?i)amqp(s?)://(?:([^:@/?#]*)(?::([^@/?#]*))?@)?"
            + "(?:\\[([0-9a-f:.%]+)]|([^\\s:/?#@\\[\\]]+))(?::([0-9]{1,5}))?(?:/([^/?#]*))?(?:\\?[^#]*)?");
    private static final int PLAIN_PORT = 5672;
    private static final int TLS_PORT = 5671;
    private static final int HIGHEST_PORT = 65_535;

    /** Reads a URL; null when it is none of this form. Never throws. */
    static @Nullable AmqpUrl parse(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            return null;
        }
        boolean tls = !parts.group(1).isEmpty();
        int port = parts.group(6) == null ? (tls ? TLS_PORT : PLAIN_PORT) : Integer.parseInt(parts.group(6));
        if (port < 1 || port > HIGHEST_PORT) {
            return null;
        }
        return new AmqpUrl(
                tls,
                parts.group(4) != null ? parts.group(4) : parts.group(5),
                port,
                decoded(parts.group(2), "guest"),
                Secret.of(decoded(parts.group(3), "guest")),
                decoded(parts.group(7), "/"));
    }

    private static String decoded(@Nullable String text, String otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of its own
        }
    }
}
