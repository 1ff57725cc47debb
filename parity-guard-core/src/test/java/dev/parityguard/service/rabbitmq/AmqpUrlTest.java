package dev.parityguard.service.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.target.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmqpUrlTest {
    @Test
    void partsThatAreMissingThenAreTheClientsDefaults() {
        assertThat(AmqpUrl.parse("amqp://mq")).isEqualTo(url(false, "mq", 5672, "guest", "guest", "/"));
        assertThat(AmqpUrl.parse("amqps://mq/")).isEqualTo(url(true, "mq", 5671, "guest", "guest", ""));
    }

    @Test
    void allPartsThenAreDecoded() {
        assertThat(AmqpUrl.parse("AMQP://a%40b:p%2Fw+%3A@[::1]:1234/team%2Fa?heartbeat=10"))
                .isEqualTo(url(false, "::1", 1234, "a@b", "p/w+:", "team/a"));
        assertThat(AmqpUrl.parse("amqp://app:100%@mq")).isEqualTo(url(false, "mq", 5672, "app", "100%", "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amqp://", "amqp://mq:0", "amqp://mq:65536", "amqp://mq/a/b", "http://mq"})
    void otherFormsThenAreNone(String text) {
        assertThat(AmqpUrl.parse(text)).isNull();
    }

    private static AmqpUrl url(boolean tls, String host, int port, String user, String password, String vhost) {
        return new AmqpUrl(tls, host, port, user, Secret.of(password), vhost);
    }
}
