package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme",
                "Change-Me!",
                "CHANGE_ME_PLEASE",
                "minioadmin",
                "guest",
                "dev-secret-key-change-me",
                "dev-secret",
                "password",
                "Passw0rd",
                "secret",
                "your-api-key-here",
                "<your-token>",
                "xxxxx",
                "********",
                "test",
                "admin",
                "postgres",
                "django-insecure-3k#f",
                "AKIAIOSFODNN7EXAMPLE-KEY",
                "keyboard cat",
                "SESSION_KEY",
                "session-key"
            })
    void publicSecretIsPlaceholder(String secret) {
        assertThat(PlaceholderSecrets.isPlaceholder(secret, "SESSION_KEY")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "testament-of-youth",
                "guesthouse42x",
                "b7e1c0de5f9a4d3e8c2a1f0b6d4e9a7c",
                "orders/administration-7",
                "sk_live_51H8x"
            })
    void otherSecretIsNone(String secret) {
        assertThat(PlaceholderSecrets.isPlaceholder(secret, "SESSION_KEY")).isFalse();
    }

    @Test
    void randomSecretsAreNeverTakenForPlaceholders() {
        Random random = new Random(42);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder secret = new StringBuilder();
            random.ints(16, 0, alphabet.length()).forEach(at -> secret.append(alphabet.charAt(at)));
            assertThat(PlaceholderSecrets.isPlaceholder(secret.toString(), "KEY"))
                    .isFalse();
        }
    }

    @Test
    void passwordInUrlIsWhatCounts() {
        assertThat(Contracts.findings("V", "'type': 'uri', 'secret': true", "amqp://guest:guest@mq.example/"))
                .hasSize(1);
        assertThat(Contracts.findings("V", "'type': 'uri', 'secret': true", "amqp://guest:k8Qz0.fw@mq.example/"))
                .isEmpty();
        assertThat(Contracts.findings(
                        "V",
                        "'type': 'uri', 'secret': true",
                        "jdbc:postgresql://db.example/o?user=a&password=changeme"))
                .hasSize(1);
        assertThat(Contracts.findings("V", "'type': 'uri', 'secret': true", "https://example.com/"))
                .isEmpty();
    }
}
