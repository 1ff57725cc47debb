package dev.parityguard.quarkus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityDevUiTest {
    @TempDir
    Path folder;

    @Test
    void verdictWhenSomethingIsWrongThenCountsIt() throws IOException {
        ParityGuard guard = guard(Mode.WARN, "\"SURELY_NOT_SET\": { \"type\": \"string\" }");

        guard.run();

        assertThat(new ParityDevUi(guard).verdict()).isEqualTo("1 error");
        assertThat(new ParityDevUi(guard).report()).contains("\"fact\": \"SURELY_NOT_SET\"");
    }

    @Test
    void verdictWhenNothingIsWrongThenAgrees() throws IOException {
        ParityGuard guard = guard(Mode.WARN, "");

        guard.run();

        assertThat(new ParityDevUi(guard).verdict()).isEqualTo("agrees");
        assertThat(new ParityDevUi(guard).profile()).contains("\"name\": \"orders\"");
    }

    @Test
    void verdictWhenTheGuardIsOffThenIsNeitherGoodNorBad() throws IOException {
        ParityGuard guard = guard(Mode.OFF, "");

        assertThat(new ParityDevUi(guard).verdict()).isEqualTo("off");
        assertThat(new ParityDevUi(guard).report()).isEmpty();
        guard.run();

        assertThat(new ParityDevUi(guard).verdict()).isEqualTo("off");
    }

    private ParityGuard guard(Mode mode, String variables) throws IOException {
        Path profile = Files.writeString(
                folder.resolve("profile.json"),
                "{ \"format\": 1, \"name\": \"orders\", \"variables\": {" + variables + "} }");
        return ParityGuard.builder().mode(mode).profile(profile.toString()).build();
    }
}
