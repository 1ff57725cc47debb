package dev.parityguard.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of Spring Boot names all that there is. */
class SpringPageTest {
    private static final Path PAGE = Path.of("../docs/spring.md");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern PROPERTY =
            Pattern.compile("\"name\": \"(parity-guard\\.[a-z.-]+)\",\\s+\"type\": \"[^\"]+\",\\s+\"description\"");
    private static final Pattern FACT = Pattern.compile("(?m)^(\\S+)\\.title = ");

    @Test
    void everyPropertyIsOnThePage() throws IOException {
        List<String> properties = found(PROPERTY, "META-INF/spring-configuration-metadata.json");

        assertThat(properties).contains("parity-guard.mode", "parity-guard.recheck.jitter");
        assertThat(Files.readString(PAGE))
                .contains(properties.stream()
                        .map(property -> property.equals("parity-guard.services")
                                ? "| `parity-guard.services.<name>.bean` |"
                                : "| `" + property + "` |")
                        .toList());
    }

    @Test
    void everyFactOfTheApplicationItselfIsOnThePage() throws IOException {
        List<String> facts = found(FACT, "dev/parityguard/spring/standin/catalogue.properties");

        assertThat(facts).contains("cache.manager");
        assertThat(Files.readString(PAGE))
                .contains(facts.stream().map(fact -> "| `" + fact + "` |").toList());
    }

    private static List<String> found(Pattern pattern, String resource) throws IOException {
        return pattern.matcher(Files.readString(CLASSES.resolve(resource)))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
