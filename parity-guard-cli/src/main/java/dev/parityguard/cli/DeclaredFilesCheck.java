package dev.parityguard.cli;

import dev.parityguard.cli.declared.DeclarationCheck;
import dev.parityguard.cli.declared.DeclaringFiles;
import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.profile.ProfileDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks files that declare services. */
final class DeclaredFilesCheck {
    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "The environment that the files are for, such as development.")
    private @Nullable String environment;

    @Option(
            names = "--map",
            paramLabel = "NAME=SERVICE",
            description = "Which service of the profile one of the file stands for, where the names differ.")
    private Map<String, String> names = new LinkedHashMap<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    int check(List<Path> files) throws IOException {
        output.check();
        ProfileDocument document = profile.read();
        DeclarationCheck.Result result =
                DeclarationCheck.of(document, DeclaringFiles.read(files), names, Catalogues.load(), environment);
        return output.write(result.report(), result.places());
    }
}
