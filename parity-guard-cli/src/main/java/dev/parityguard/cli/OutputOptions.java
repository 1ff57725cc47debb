package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.cli.output.Places;
import dev.parityguard.cli.output.ReportFormat;
import dev.parityguard.report.ParityReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a report is told, where to, and what it makes the command end with. */
final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "text (the default), json, markdown, junit, sarif or html; to standard output or to a file."
                    + " May be given several times.")
    private List<String> outputs = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description = "What counts beside errors: warning, unknown, or both with a comma.")
    private Set<ExitStatus.FailOn> failOn = EnumSet.noneOf(ExitStatus.FailOn.class);

    private record Output(ReportFormat format, String file) {}

    /** Refuses what cannot be written before anything is looked at. */
    void check() {
        parsed();
    }

    /** Writes the report in every form that was asked for, and gives what the command ends with. */
    int write(ParityReport report, Places places) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Output output : parsed()) {
            if (output.file().isEmpty()) {
                boolean colours = CommandLine.Help.Ansi.AUTO.enabled();
                out.print(output.format().render(report, places, colours));
                out.flush();
            } else {
                Files.writeString(Path.of(output.file()), output.format().render(report, places, false));
            }
        }
        return ExitStatus.of(report, failOn);
    }

    private List<Output> parsed() {
        List<Output> parsed = new ArrayList<>();
        for (String output : outputs.isEmpty() ? List.of("text") : outputs) {
            int equals = output.indexOf('=');
            String format = equals < 0 ? output : output.substring(0, equals);
            String file = equals < 0 ? "" : output.substring(equals + 1);
            if (equals >= 0 && file.isBlank()) {
                throw new BadInput("--output " + output + ": the name of the file is missing");
            }
            Path folder = Path.of(file).toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new BadInput("--output " + output + ": there is no folder " + folder);
            }
            parsed.add(new Output(format(format), file));
        }
        return parsed;
    }

    private static ReportFormat format(String name) {
        for (ReportFormat format : ReportFormat.values()) {
            if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new BadInput("--output: '" + name + "' is no format; text, json, markdown, junit, sarif and html are");
    }
}
