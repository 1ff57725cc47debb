package dev.parityguard.cli;

import dev.parityguard.cli.input.Resources;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of profiles, or of reports written as JSON.",
        footerHeading = "%nFor example:%n",
        footer = "  parity-guard schema > parity-profile-1.json")
final class SchemaCommand implements Callable<Integer> {
    /** What has a schema. */
    enum Subject {
        profile,
        report
    }

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "profile or report (default: ${DEFAULT-VALUE}).")
    private Subject subject = Subject.profile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String name = subject.name().toLowerCase(Locale.ROOT);
        out.print(Resources.text("/dev/parityguard/cli/schema/parity-" + name + "-1.json"));
        out.flush();
        return ExitStatus.AGREES;
    }
}
