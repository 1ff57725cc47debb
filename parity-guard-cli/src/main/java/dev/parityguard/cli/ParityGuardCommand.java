package dev.parityguard.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "parity-guard",
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Compares what an application really stands on with what its profile expects.",
            "",
            "Services are looked at, never changed. No value of a variable and no password is ever told."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:agrees, or nothing that was asked to count",
            "1:a defect of parity-guard itself",
            "2:bad input: an option, a file, a profile",
            "3:errors",
            "4:warnings, with --fail-on warning",
            "5:something could not be looked at, with --fail-on unknown; capture: always"
        },
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  # where all is well, once; the profile belongs beside the code",
            "  parity-guard capture --service 'orders-db=$${DATABASE_URL}' -e production",
            "  # everywhere else",
            "  parity-guard check -e staging --env-file staging.env",
            "  # what one of the findings means",
            "  parity-guard explain postgresql.setting.TimeZone"
        },
        subcommands = {
            CheckCommand.class,
            CaptureCommand.class,
            DiffCommand.class,
            ComposeCommand.class,
            FilesCommand.class,
            EnvCommand.class,
            ExplainCommand.class,
            RulesCommand.class,
            WaiveCommand.class,
            SchemaCommand.class,
            CompletionCommand.class
        })
final class ParityGuardCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Tell how the command is used.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
    private boolean help;

    @Option(
            names = "--version",
            versionHelp = true,
            description = "Tell the version, and what is inside with its licences.")
    @SuppressWarnings("UnusedVariable") // likewise
    private boolean version;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Tell more: how long each service took, and where a command failed.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    boolean verbose() {
        return verbose;
    }
}
