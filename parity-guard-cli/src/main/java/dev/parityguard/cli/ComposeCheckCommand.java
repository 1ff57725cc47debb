package dev.parityguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Compares what a Compose file declares with the profile: images and their tags with products and versions,"
                    + " commands with settings, variables of the application with the contract.",
            "",
            "What the file does not say is not judged. What is not understood is told."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard compose check compose.yaml",
            "  parity-guard compose check compose.yaml --map db=orders-db -o sarif=compose.sarif"
        })
final class ComposeCheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The Compose files.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private DeclaredFilesCheck check = new DeclaredFilesCheck();

    @Override
    public Integer call() throws IOException {
        return check.check(files);
    }
}
