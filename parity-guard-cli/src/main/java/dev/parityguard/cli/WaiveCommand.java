package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.ProfileWriter;
import dev.parityguard.profile.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "waive",
        description = {
            "Adds a waiver to the profile: an excuse for a finding, with a reason, an owner and a last day. Everything else"
                    + " in the file stays as it is, character by character.",
            "",
            "A waived finding is told, and not counted. After its last day the waiver is itself a finding."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard waive orders-db/extension.pg_trgm --in development \\",
            "      --reason 'search is stubbed locally' --owner team-orders --until 2027-01-31"
        })
final class WaiveCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SERVICE/FACT",
            description = "What is excused; * stands for any characters. Variables are environment/NAME.")
    private String fact = "";

    @Option(names = "--reason", required = true, description = "Why the difference is accepted.")
    private String reason = "";

    @Option(names = "--owner", required = true, description = "Who accepts it.")
    private String owner = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DATE",
            description = "The last day on which it holds, such as 2027-01-31.")
    private String until = "";

    @Option(
            names = "--in",
            split = ",",
            paramLabel = "ENVIRONMENT",
            description = "The environments in which it holds; all when none is named.")
    private List<String> environments = new ArrayList<>();

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ProfileDocument document = profile.read();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Rule rule = new Rule(
                fact, environments, null, List.of(), null, null, new Rule.Waiver(reason, owner, lastDay(today)));
        String text = ProfileWriter.withRule(document, rule);
        ProfileDocument written = ProfileReader.read(text.getBytes(StandardCharsets.UTF_8), document.source());
        String remark = new RuleReview(written.profile(), Catalogues.load(), today, -1).of(rule);
        if (!remark.isEmpty()) {
            throw new BadInput(fact + " " + remark);
        }
        replace(Path.of(document.source()).toAbsolutePath(), text);
        PrintWriter out = spec.commandLine().getOut();
        out.println(document.source() + ": " + RuleWords.of(rule));
        out.flush();
        return ExitStatus.AGREES;
    }

    private LocalDate lastDay(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(until);
            if (day.isBefore(today)) {
                throw new BadInput("--until: " + until + " has passed already");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new BadInput("--until: '" + until + "' is no date; write it as 2027-01-31", e);
        }
    }

    /** As a whole or not at all. */
    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
