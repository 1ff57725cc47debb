package dev.parityguard.cli;

import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.Rule;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = {
            "Lists the profile's rules and waivers, and what is stale: waivers that have expired or soon will, rules that"
                    + " are about nothing in the profile.",
            "",
            "Ends with 4 when something is stale, with --fail-on-stale."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  parity-guard rules", "  parity-guard rules --expiring-within 30 --fail-on-stale"})
final class RulesCommand implements Callable<Integer> {
    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Option(
            names = "--expiring-within",
            paramLabel = "DAYS",
            description = "A waiver that holds no longer than this is told (default: ${DEFAULT-VALUE}).")
    private int days = 14;

    @Option(names = "--fail-on-stale", description = "End with 4 when a rule is stale.")
    private boolean failOnStale;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ProfileDocument document = profile.read();
        PrintWriter out = spec.commandLine().getOut();
        RuleReview review = new RuleReview(document.profile(), Catalogues.load(), LocalDate.now(ZoneOffset.UTC), days);
        boolean stale = false;
        for (Rule rule : document.profile().rules()) {
            String remark = review.of(rule);
            stale |= !remark.isEmpty();
            out.println(RuleWords.of(rule));
            if (!remark.isEmpty()) {
                out.println("  " + Severity.WARNING.name() + "  " + remark);
            }
        }
        if (document.profile().rules().isEmpty()) {
            out.println(document.source() + " has no rules");
        }
        out.flush();
        return stale && failOnStale ? ExitStatus.WARNINGS : ExitStatus.AGREES;
    }
}
