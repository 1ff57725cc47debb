package dev.parityguard.cli;

import dev.parityguard.Capture;
import dev.parityguard.ParityGuard;
import dev.parityguard.cli.input.BadInput;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "capture",
        description = {
            "Writes what the services of an environment are into a profile: a new one, or the captured half of one that"
                    + " is there, whose rules, variables and waivers stay as they are.",
            "",
            "A service given as a reference, such as 'orders-db=$${DATABASE_URL}', is written with that url, so that"
                    + " later commands find it by the profile alone. Nothing is written when nothing has changed.",
            "",
            "Ends with 5 when a service could not be looked at: what the profile has of it stays."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard capture -e production --name orders \\",
            "      -s 'orders-db=$${DATABASE_URL}' -s 'cache=$${REDIS_URL}' \\",
            "      -s 'uploads=s3://orders-uploads?region=eu-central-1'",
            "  parity-guard capture -e production                      # refresh, services by the profile",
            "  parity-guard capture -e us-east --merge --env-file us-east.env"
        })
final class CaptureCommand implements Callable<Integer> {
    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Mixin
    private EnvironmentOptions environment = new EnvironmentOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "The application's name, for a new profile.")
    private String name = "application";

    @Option(
            names = "--merge",
            description =
                    "Add one more of several productions, such as a region: values that differ all agree from then on.")
    private boolean merge;

    @Option(names = "--schema", description = "Also the structure of databases: tables, columns, constraints, indexes.")
    private boolean schema;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path file = profile.file();
        ProfileDocument existing = Files.exists(file) ? ProfileReader.read(file) : null;
        if (!environment.namesServices() && !hasUrl(existing)) {
            throw new BadInput("there is no service to look at: give --service NAME=URL"
                    + (existing == null ? "" : ", or a url to the services of " + file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput("there is no folder " + folder);
        }
        ParityGuard.Builder builder = environment.guard().name(name).profile(file.toString());
        ParityGuard guard = (schema ? builder.schema() : builder).build();
        Capture capture = Progress.whileLooking(spec, () -> merge ? guard.captureAlso(file) : guard.capture(file));
        tell(file, existing == null, capture);
        return capture.missed().isEmpty() ? ExitStatus.AGREES : ExitStatus.UNKNOWNS;
    }

    private static boolean hasUrl(@Nullable ProfileDocument profile) {
        return profile != null
                && profile.profile().services().values().stream().anyMatch(service -> service.url() != null);
    }

    private void tell(Path file, boolean created, Capture capture) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        StringJoiner seen = new StringJoiner(", ");
        capture.services().forEach((service, facts) -> seen.add(service + " " + facts + " facts"));
        String done = created ? " written" : capture.changed() ? " refreshed" : " is as it was";
        out.println(file + done + (seen.length() == 0 ? "" : ": " + seen));
        out.flush();
        capture.missed().forEach((service, reason) -> err.println(service + " could not be looked at: " + reason));
        err.flush();
    }
}
