package dev.parityguard.cli;

import dev.parityguard.cli.declared.ComposeText;
import dev.parityguard.cli.input.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "write",
        description = {
            "Writes a Compose file with the profile's services: the same products, versions, locales and settings, with"
                    + " health checks, on ports of this machine alone. Passwords are left to variables.",
            "",
            "A file that is there is not overwritten. Services that cannot be had as an image are told."
        },
        footerHeading = "%nFor example:%n",
        footer = "  parity-guard compose write compose.yaml")
final class ComposeWriteCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to; standard output when it is not said.")
    private @Nullable Path file;

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ComposeText.Written written = ComposeText.of(profile.read().profile());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (file == null) {
            out.print(written.text());
            out.flush();
        } else if (Files.exists(file)) {
            throw new BadInput(file + " is there already and is not overwritten");
        } else {
            Files.writeString(file, written.text());
        }
        written.leftOut().forEach((service, reason) -> err.println(service + " is left out: " + reason));
        err.flush();
        return ExitStatus.AGREES;
    }
}
