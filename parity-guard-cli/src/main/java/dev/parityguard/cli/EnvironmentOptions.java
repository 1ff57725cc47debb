package dev.parityguard.cli;

import dev.parityguard.ParityGuard;
import dev.parityguard.cli.input.BadInput;
import dev.parityguard.cli.input.EnvFile;
import dev.parityguard.fact.Mode;
import dev.parityguard.profile.VariableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which environment is looked at, and where its services are. */
final class EnvironmentOptions {
    private static final String ENVIRONMENT = "PARITY_GUARD_ENVIRONMENT";

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description =
                    "The environment's name, such as staging. Else what PARITY_GUARD_ENVIRONMENT says; never guessed.")
    private @Nullable String environment;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Read the environment's variables from this file, in place of those of this process."
                    + " May be given several times; the last one wins.")
    private List<Path> envFiles = new ArrayList<>();

    @Mixin
    private LookOptions look = new LookOptions();

    /** The environment's variables: those of the files, or of this process. */
    Map<String, String> variables() throws IOException {
        return envFiles.isEmpty() ? System.getenv() : variables(envFiles);
    }

    static Map<String, String> variables(List<Path> files) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Path file : files) {
            variables.putAll(EnvFile.read(file));
        }
        return variables;
    }

    /** The environment's name, or null when nobody says it. */
    @Nullable
    String environment(Map<String, String> variables) {
        String said = environment == null ? variables.get(ENVIRONMENT) : environment;
        return said == null || said.isBlank() ? null : said.strip();
    }

    /** A guard for the environment. */
    ParityGuard.Builder guard() throws IOException {
        Map<String, String> variables = variables();
        return guard(look, variables).environment(environment(variables));
    }

    static ParityGuard.Builder guard(LookOptions look, Map<String, String> variables) {
        ServiceUrls urls = new ServiceUrls(variables, look.deadline());
        ParityGuard.Builder guard = ParityGuard.builder()
                .mode(Mode.REPORT)
                .variables(withoutSettings(variables))
                .deadline(look.deadline())
                .servicesOnly()
                .services(urls::find);
        look.services().forEach((name, url) -> guard.service(checked(name), urls.given(name, url)));
        return guard;
    }

    boolean namesServices() {
        return !look.services().isEmpty();
    }

    private static String checked(String name) {
        if (name.isBlank() || name.equals("environment") || name.contains("/") || name.contains("*")) {
            throw new BadInput("--service: '" + name + "' cannot be the name of a service");
        }
        return name;
    }

    /** What the options say is not overruled by what an application would be told from outside. */
    private static VariableSource withoutSettings(Map<String, String> variables) {
        Map<String, String> own = new LinkedHashMap<>(variables);
        own.keySet().removeAll(Set.of("PARITY_GUARD_MODE", "PARITY_GUARD_PROFILE", ENVIRONMENT));
        return VariableSource.of(own);
    }
}
