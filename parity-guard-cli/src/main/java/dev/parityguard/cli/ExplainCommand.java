package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Slips;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ServiceExpectation;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Tells what a fact is, why a difference in it bites, how to mend it and how it is compared.",
            "",
            "With a profile also what is expected of it and which rules hold."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard explain postgresql.setting.TimeZone     # as a finding names it",
            "  parity-guard explain orders-db/setting.TimeZone      # as a rule names it",
            "  parity-guard explain behaviour.sort_order            # of every kind of service that has it"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int MOST_SLIPS = 3;
    private static final int LONGEST = 100;

    @Parameters(paramLabel = "FACT", description = "KIND.FACT, SERVICE/FACT or FACT alone.")
    private String fact = "";

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Named(String kind, String fact) {}

    @Override
    public Integer call() {
        Catalogues catalogues = Catalogues.load();
        ProfileDocument document = profile.readIfThere();
        Profile expected = document == null ? null : document.profile();
        Map<Named, FactDescription> found = new LinkedHashMap<>();
        for (Named candidate : candidates(catalogues, expected)) {
            FactDescription description = catalogues.of(candidate.kind()).describe(candidate.fact());
            if (description != null && !(isWholeFamily(description) && !knows(expected, candidate))) {
                found.put(candidate, description);
            }
        }
        if (found.isEmpty()) {
            throw new BadInput("no kind of service has a fact " + fact + hint(catalogues));
        }
        PrintWriter out = spec.commandLine().getOut();
        found.forEach((named, description) -> tell(out, named, description, expected));
        out.flush();
        return ExitStatus.AGREES;
    }

    /** All that the text may mean: with a service of the profile, a kind, or neither before the fact. */
    private List<Named> candidates(Catalogues catalogues, @Nullable Profile expected) {
        int slash = fact.indexOf('/');
        if (slash >= 0) {
            String service = fact.substring(0, slash);
            ServiceExpectation known =
                    expected == null ? null : expected.services().get(service);
            if (known == null) {
                throw new BadInput("the profile has no service " + service);
            }
            return List.of(new Named(known.kind(), fact.substring(slash + 1)));
        }
        for (String kind : catalogues.all().keySet()) {
            if (fact.startsWith(kind + ".")) {
                return List.of(new Named(kind, fact.substring(kind.length() + 1)));
            }
        }
        return catalogues.all().keySet().stream()
                .map(kind -> new Named(kind, fact))
                .toList();
    }

    private static boolean isWholeFamily(FactDescription description) {
        return description.name().equals("setting.*") || description.name().equals("*");
    }

    /** Any setting may exist, so that one is explained only where the text names a kind, or the profile has it. */
    private boolean knows(@Nullable Profile expected, Named named) {
        return fact.startsWith(named.kind() + ".")
                || (expected != null
                        && expected.services().values().stream()
                                .anyMatch(service -> service.kind().equals(named.kind())
                                        && service.facts().containsKey(named.fact())));
    }

    private static void tell(PrintWriter out, Named named, FactDescription description, @Nullable Profile expected) {
        out.println(named.kind() + "." + named.fact());
        Layout layout = new Layout(out);
        layout.labelled("what", description.title());
        layout.labelled("why", description.why());
        layout.labelled("fix", description.fix());
        layout.labelled("compared", compared(description));
        new TreeMap<>(description.sound())
                .forEach((use, value) -> layout.labelled(
                        "sound",
                        value.replaceAll("\\s*\\|\\s*", " or ")
                                + (use.isEmpty() ? "" : ", where it is used as " + use)
                                + ", whatever a profile says: else "
                                + description.soundSeverity().id()));
        if (!description.evidence().equals("server")) {
            layout.labelled("evidence", "read in " + description.evidence() + ", not tried on a server");
        }
        if (expected != null) {
            tellExpectation(layout, named, expected);
        }
        out.println();
    }

    private static String compared(FactDescription description) {
        return description.compare() == Compare.IGNORE
                ? "never"
                : description.compare().id() + "; another value is "
                        + description.severity().id() + ", none is "
                        + description.absent().id();
    }

    private static void tellExpectation(Layout layout, Named named, Profile expected) {
        expected.services().forEach((name, service) -> {
            if (!service.kind().equals(named.kind())) {
                return;
            }
            List<String> values = service.facts().get(named.fact());
            layout.labelled(
                    "expected",
                    values == null ? name + ": not in the profile" : name + ": " + String.join(" or ", values));
            expected.rules().stream()
                    .filter(rule -> rule.names(name + "/" + named.fact()))
                    .forEach(rule -> layout.labelled("rule", RuleWords.of(rule)));
        });
    }

    private String hint(Catalogues catalogues) {
        if (fact.length() > LONGEST) {
            return "";
        }
        return catalogues.all().entrySet().stream()
                .flatMap(kind -> names(kind.getKey(), kind.getValue()))
                .min(Comparator.comparingInt(this::slips))
                .filter(name -> slips(name) <= MOST_SLIPS)
                .map(name -> "; did you mean " + name + "?")
                .orElse("; docs/facts.md lists them");
    }

    private Stream<String> names(String kind, FactCatalogue catalogue) {
        return catalogue.all().stream().map(description -> kind + "." + description.name());
    }

    private int slips(String name) {
        return Math.min(Slips.between(fact, name), Slips.between(fact, name.substring(name.indexOf('.') + 1)));
    }
}
