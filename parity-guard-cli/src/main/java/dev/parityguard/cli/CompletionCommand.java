package dev.parityguard.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a script for bash and zsh that completes commands and options.",
        footerHeading = "%nFor example:%n",
        footer = "  source <(parity-guard completion)")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("parity-guard", spec.root().commandLine()));
        out.flush();
        return ExitStatus.AGREES;
    }
}
