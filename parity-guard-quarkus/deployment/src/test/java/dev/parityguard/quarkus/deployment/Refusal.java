package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.function.Consumer;

/** How a start has to fail: with an exception of which Quarkus prints the message alone. */
final class Refusal {
    private Refusal() {}

    /** The root of what is thrown has that message and nothing else that would be printed. */
    static Consumer<Throwable> withText(String text) {
        return thrown -> {
            Throwable root = thrown;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            // By name, since the application has a class loader of its own.
            assertThat(root.getClass().getName()).as(root.toString()).isEqualTo(ConfigurationException.class.getName());
            assertThat(root.getMessage().replaceAll("(?s)\\d+ facts: .*?…", "(facts of this release)"))
                    .isEqualTo(text);
            assertThat(root.getSuppressed()).isEmpty();
        };
    }
}
