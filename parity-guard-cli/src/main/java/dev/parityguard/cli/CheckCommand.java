package dev.parityguard.cli;

import dev.parityguard.cli.output.Places;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Compares an environment with a profile.",
            "",
            "Looks at the environment's variables and at every service that the profile expects, under one deadline,"
                    + " and tells what differs. Services are found by the url that the profile gives them, in which"
                    + " $${NAME} stands for a variable of the environment, or by --service."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard check -e staging --env-file staging.env",
            "  parity-guard check -e ci -s 'orders-db=$${DATABASE_URL}' -o text -o sarif=parity.sarif",
            "  parity-guard check -e staging --fail-on warning,unknown"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @ParentCommand
    private ParityGuardCommand parent = new ParityGuardCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        output.check();
        ProfileDocument document = profile.read();
        ParityReport report = Progress.whileLooking(
                spec,
                () -> environment.guard().profile(document.source()).build().run());
        if (parent.verbose()) {
            tellTimes(report);
        }
        return output.write(report, Places.in(document));
    }

    private void tellTimes(ParityReport report) {
        PrintWriter err = spec.commandLine().getErr();
        for (ServiceSummary service : report.services()) {
            err.println(service.name() + ": " + service.outcome().id().replace('_', ' ') + " in "
                    + service.took().toMillis() + " ms"
                    + (service.product() == null ? "" : ", " + service.product()));
        }
    }
}
