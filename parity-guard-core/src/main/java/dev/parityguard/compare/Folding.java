package dev.parityguard.compare;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Version;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One cause, one finding: what follows from another engine, product, version or fact is folded under it. */
final class Folding {
    private Folding() {}

    static List<Finding> fold(
            SeenService seen,
            String observedKind,
            List<Finding> all,
            Facts facts,
            FactCatalogue catalogue,
            ServiceRules rules,
            FindingWriter writer) {
        List<Finding> findings = underFirstUnknown(all);
        Terms kind = rules.of("kind", Severity.ERROR);
        if (seen.kind() != null && !seen.kind().equals(observedKind) && !kind.excluded()) {
            Finding headline = anotherEngine(seen.kind(), observedKind, facts, kind, writer);
            return underHeadline(headline, findings, f -> true);
        }
        Finding product = mismatch(findings, "product");
        if (product != null) {
            return underHeadline(product, findings, f -> true);
        }
        Finding version = mismatch(findings, "version");
        Compare versions = rules.of("version", catalogue.describe("version")).compare();
        return underTheirCauses(
                version != null && otherRelease(version, versions)
                        ? underHeadline(version, findings, f -> "missing".equals(f.cause()))
                        : findings,
                catalogue);
    }

    /** Two facts that tell one thing: where both differ, one of them explains the other. */
    private static List<Finding> underTheirCauses(List<Finding> findings, FactCatalogue catalogue) {
        List<Finding> folded = findings;
        for (Finding finding : findings) {
            FactDescription description = catalogue.describe(finding.fact());
            String cause = description == null ? null : description.explainedBy();
            Finding headline = cause == null ? null : mismatch(folded, cause);
            if (headline != null) {
                folded = underHeadline(headline, folded, finding::equals);
            }
        }
        return folded;
    }

    private static Finding anotherEngine(
            String expected, String actual, Facts facts, Terms terms, FindingWriter writer) {
        String version = facts.value("version");
        return writer.finding(
                "kind",
                Outcome.MISMATCH,
                terms.severity(),
                "another engine",
                expected,
                version == null ? actual : actual + " " + version,
                null,
                "another engine answers: it parses, compares, sorts and locks in its own way",
                "run the same engine here: " + expected,
                terms);
    }

    /** What matters more than the headline, for example because the headline is excused, stands for itself. */
    private static List<Finding> underHeadline(Finding headline, List<Finding> findings, Predicate<Finding> follows) {
        List<Finding> kept = new ArrayList<>();
        List<Finding> consequences = new ArrayList<>(headline.consequences());
        for (Finding finding : findings) {
            if (finding.equals(headline)) {
                continue;
            }
            boolean consequence = finding.outcome() != Outcome.UNKNOWN
                    && finding.severity().compareTo(headline.severity()) >= 0
                    && follows.test(finding);
            (consequence ? consequences : kept).add(finding);
        }
        kept.add(headline.explaining(consequences));
        return kept;
    }

    private static @Nullable Finding mismatch(List<Finding> findings, String fact) {
        for (Finding finding : findings) {
            if (finding.outcome() == Outcome.MISMATCH && finding.fact().equals(fact)) {
                return finding;
            }
        }
        return null;
    }

    /** Another release line: where minor versions bring what was not there before, another minor version is one. */
    private static boolean otherRelease(Finding version, Compare versions) {
        Version expected = version.expected() == null ? null : Version.parse(version.expected());
        Version actual = version.actual() == null ? null : Version.parse(version.actual());
        int places = versions == Compare.MINOR ? 2 : 1;
        return expected == null || actual == null || !expected.sameUpTo(places, actual);
    }

    /** What could not be looked at for lack of the same thing is said once. */
    private static List<Finding> underFirstUnknown(List<Finding> findings) {
        Map<String, List<Finding>> byRemedy = new LinkedHashMap<>();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.outcome() == Outcome.UNKNOWN && finding.waiver() == null) {
                byRemedy.computeIfAbsent(finding.severity() + " " + finding.fix(), remedy -> new ArrayList<>())
                        .add(finding);
            } else {
                kept.add(finding);
            }
        }
        byRemedy.values().forEach(same -> kept.add(same.get(0).explaining(same.subList(1, same.size()))));
        return kept;
    }
}
