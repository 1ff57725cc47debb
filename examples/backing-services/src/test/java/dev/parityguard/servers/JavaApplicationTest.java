package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavaApplicationTest {
    private static final Pattern PORT = Pattern.compile("listening on (\\d+)");

    /** Tells a port and then does what it is told. */
    static final class Sample {
        public static void main(String[] arguments) throws InterruptedException {
            if (arguments[0].equals("wait")) {
                System.out.println("listening on 4242");
                Thread.sleep(60_000);
            }
            System.exit(Integer.parseInt(System.getenv("STATUS")));
        }
    }

    @Test
    void outputIsAwaited() throws InterruptedException {
        try (JavaApplication application = JavaApplication.start(Sample.class, Map.of(), "wait")) {
            assertThat(application.await(PORT).group(1)).isEqualTo("4242");
        }
    }

    @Test
    void exitStatusIsThatOfTheApplication() throws InterruptedException {
        try (JavaApplication application = JavaApplication.start(Sample.class, Map.of("STATUS", "3"), "end")) {
            assertThat(application.exitStatus()).isEqualTo(3);
        }
    }

    @Test
    void awaitWhenTheApplicationEndsThenTellsSo() {
        try (JavaApplication application = JavaApplication.start(Sample.class, Map.of("STATUS", "3"), "end")) {
            assertThatThrownBy(() -> application.await(PORT))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("ended with status 3");
        }
    }
}
