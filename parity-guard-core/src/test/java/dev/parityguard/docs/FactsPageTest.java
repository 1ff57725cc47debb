package dev.parityguard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.probe.ProbeProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of facts is made from the catalogues, so that page, finding and default comparison say the same. */
class FactsPageTest {
    private static final String HEAD = """
            # Catalogue of facts

            Made from the catalogues beside the probes. *Differs* is how much another value matters, *absent* how much it
            matters that the fact does not exist; *sound* is what it must be whatever a profile says, where there is such a
            value. A star stands for any name. Facts marked *documentation* were built from documents and not read from a
            server here.
            """;

    @Test
    void pageIsWhatTheCataloguesSay() throws IOException {
        List<ProbeProvider> providers = ServiceLoader.load(ProbeProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !provider.kind().equals("echo"))
                .filter(provider -> !provider.catalogue().all().isEmpty())
                .sorted(Comparator.comparing(ProbeProvider::kind))
                .toList();
        assertThat(providers).extracting(ProbeProvider::kind).contains("postgresql", "redis", "s3");

        StringBuilder page = new StringBuilder(HEAD);
        // Kinds that share a protocol share a catalogue.
        Map<List<FactDescription>, List<ProbeProvider>> byCatalogue = new LinkedHashMap<>();
        for (ProbeProvider provider : providers) {
            List<FactDescription> facts = List.copyOf(provider.catalogue().all());
            byCatalogue.computeIfAbsent(facts, all -> new ArrayList<>()).add(provider);
        }
        byCatalogue.forEach((facts, ofKinds) -> append(page, facts, ofKinds));
        Docs.assertGenerated("docs/facts.md", page.toString());
    }

    private static void append(StringBuilder page, List<FactDescription> facts, List<ProbeProvider> providers) {
        page.append("\n## ").append(joined(providers, ProbeProvider::kind));
        page.append("\n\nTargets: ").append(joined(providers, ProbeProvider::accepted));
        page.append(".\n\n| fact | what it is, and what breaks | compared | differs | absent | sound |\n");
        page.append("|---|---|---|---|---|---|\n");
        facts.forEach(fact -> page.append(row(fact)));
    }

    private static String joined(List<ProbeProvider> providers, Function<ProbeProvider, String> part) {
        return providers.stream().map(part).collect(Collectors.joining(", "));
    }

    private static String row(FactDescription fact) {
        boolean ignored = fact.compare() == Compare.IGNORE;
        return "| `%s` | **%s**: %s%s | %s | %s | %s | %s |%n"
                .formatted(
                        fact.name(),
                        cell(fact.title()),
                        cell(fact.why()),
                        fact.evidence().equals("server") ? "" : " *(" + fact.evidence() + ")*",
                        fact.compare().id(),
                        ignored ? "" : fact.severity().id(),
                        ignored ? "" : fact.absent().id(),
                        sound(fact));
    }

    private static String sound(FactDescription fact) {
        return fact.sound().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> (entry.getKey().isEmpty() ? "" : entry.getKey() + ": ") + "`"
                        + entry.getValue().replaceAll("\\s*\\|\\s*", "` or `") + "`")
                .collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
