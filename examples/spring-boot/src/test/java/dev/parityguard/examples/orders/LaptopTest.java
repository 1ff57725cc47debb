package dev.parityguard.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.examples.orders.demo.Backing;
import dev.parityguard.examples.orders.demo.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The service as a process of its own on what a laptop has. */
class LaptopTest {
    private static final Path PAGE = Path.of("../../docs/spring.md");

    @Test
    void serviceRefusesToStartOnALaptopAsThePageShows() throws Exception {
        try (Backing laptop = Backing.laptop();
                Service service = Service.start(laptop.variables())) {
            assertThat(service.exitStatus()).isEqualTo(1);
            String output = service.output();
            assertThat(output)
                    .doesNotContain(
                            "Tomcat started", "\tat ", laptop.variables().get("S3_SECRET_KEY"));
            String refusal = output.substring(output.indexOf("***")).strip();
            assertThat(lasting(Files.readString(PAGE))).contains("```text\n" + lasting(refusal) + "\n```");
        }
    }

    /** Without what changes when a profile is captured anew or a release knows more facts. */
    private static String lasting(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d", "<date>")
                .replaceAll("\\d+ facts agree", "<n> facts agree")
                .replaceAll("and \\d+ more", "and <n> more");
    }
}
