package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.cli.input.EnvFile;
import dev.parityguard.cli.output.Places;
import dev.parityguard.compare.VariablesComparison;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.Mode;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "env",
        description = {
            "Checks variables against the profile's contract, without looking at any service. Tells names, never values.",
            "",
            "Without a file, those of this process. With one file, what it sets; of an example (a name that ends in"
                    + " .example, .sample, .template or .dist) only which names it has. With two files, which names only"
                    + " one of them has; no profile is needed then."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard env -e staging staging.env",
            "  parity-guard env .env.example",
            "  parity-guard env .env .env.example"
        })
final class EnvCommand implements Callable<Integer> {
    @Parameters(arity = "0..2", paramLabel = "FILE", description = "Files of variables.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "The environment's name, for demands that hold in some environments only.")
    private @Nullable String environment;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        output.check();
        if (files.size() > 2) {
            throw new BadInput("one file of variables, or two, can be checked at a time");
        }
        if (files.size() == 2) {
            Map<String, String> first = EnvFile.read(files.get(0));
            Map<String, String> second = EnvFile.read(files.get(1));
            List<Finding> findings = KeySets.compare(
                    files.get(0).toString(), first.keySet(), files.get(1).toString(), second.keySet());
            long both = first.keySet().stream().filter(second::containsKey).count();
            return output.write(report("variables", null, findings, (int) both), Places.none());
        }
        ProfileDocument document = profile.read();
        Profile contract = document.profile();
        VariablesJudgement judgement = files.isEmpty()
                ? judge(contract, System.getenv())
                : isExample(files.get(0))
                        ? KeySets.judge(contract, EnvFile.read(files.get(0)).keySet())
                        : judge(contract, EnvFile.read(files.get(0)));
        return output.write(
                report(contract.name(), origin(document), judgement.findings(), judgement.agreeing()),
                Places.in(document));
    }

    private VariablesJudgement judge(Profile contract, Map<String, String> variables) {
        String said = environment == null ? variables.get("PARITY_GUARD_ENVIRONMENT") : environment;
        return new VariablesComparison(contract, said, LocalDate.now(ZoneOffset.UTC))
                .judge(VariableSource.of(variables));
    }

    private static boolean isExample(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().matches(".*\\.(example|sample|template|dist)");
    }

    private ParityReport report(
            String application, @Nullable ProfileOrigin profile, List<Finding> findings, int agreeing) {
        return new ParityReport(
                application,
                environment,
                Mode.REPORT,
                profile,
                Instant.now(),
                Duration.ZERO,
                List.of(),
                findings,
                agreeing);
    }

    private static ProfileOrigin origin(ProfileDocument document) {
        Profile.Captured captured = document.profile().captured();
        return new ProfileOrigin(
                document.profile().name(),
                captured == null ? null : captured.environment(),
                captured == null ? null : captured.at(),
                document::fingerprint);
    }
}
