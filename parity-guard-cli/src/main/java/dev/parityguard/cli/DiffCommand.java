package dev.parityguard.cli;

import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.cli.output.Places;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = {
            "Compares two environments: what LEFT is, with what RIGHT is.",
            "",
            "Each side is a captured profile (a file that ends in .json; nothing is connected to), or a file of variables:"
                    + " then its services are looked at now, found by --service or the url of the profile's services."
                    + " The rules of RIGHT, or else of the profile, hold."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard diff staging.json production.json",
            "  parity-guard diff --schema -s 'orders-db=$${DATABASE_URL}' staging.env production.env",
            "  parity-guard diff local.env src/main/resources/parity-profile.json"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEFT", description = "What is compared: a profile or a file of variables.")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "RIGHT", description = "What it is compared with: likewise.")
    private Path right = Path.of("");

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Mixin
    private LookOptions look = new LookOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--schema",
            description = "Also the structure of databases, object by object, where a side is looked at.")
    private boolean schema;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        output.check();
        Sides sides = new Sides(profile, look, schema);
        return Progress.whileLooking(spec, () -> {
            Side actual = sides.side(left);
            Side expected = sides.side(right);
            ProfileDocument document = expected.document();
            Profile rules = sides.rules(expected);
            return output.write(
                    new Difference(actual, expected, rules, Catalogues.load()).report(),
                    document == null ? Places.none() : Places.in(document));
        });
    }
}
