package dev.parityguard.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** The process {@code parity-guard}: hands its arguments to a command and ends with that command's status. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and ends the process. */
    public static void main(String... arguments) {
        // Figures and dates are read by machines too.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err))
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new ParityGuardCommand());
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n"));
        return commands.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(Complaints::about)
                .setExecutionExceptionHandler(Complaints::about);
    }

    /** In UTF-8, since a pipeline's locale is often none, but for Windows, whose consoles have their own encoding. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
    }
}
