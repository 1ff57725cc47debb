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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One cause, one finding: what follows from another engine, product, version or fact is folded under it. */
final class Folding {
    /** Another answer tells more than none, and what is severe more than what is not. */
    private static final Comparator<Finding> TELLING_MOST_FIRST =
            Comparator.comparing((Finding finding) -> finding.actual() == null).thenComparing(Finding::severity);

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

    /** Facts that tell one thing: where they differ all, one of them explains the others. */
    private static List<Finding> underTheirCauses(List<Finding> findings, FactCatalogue catalogue) {
        Map<String, Finding> mismatches = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.outcome() == Outcome.MISMATCH) {
                mismatches.put(finding.fact(), finding);
            }
        }
        Map<String, List<Finding>> consequences = new HashMap<>();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            Finding headline = headline(finding, mismatches, catalogue);
            if (headline != null
                    && finding.outcome() != Outcome.UNKNOWN
                    && finding.severity().compareTo(headline.severity()) >= 0) {
                consequences
                        .computeIfAbsent(headline.fact(), fact -> new ArrayList<>(headline.consequences()))
                        .add(finding);
            } else {
                kept.add(finding);
            }
        }
        kept.replaceAll(finding -> {
            List<Finding> explained = consequences.get(finding.fact());
            return explained == null ? finding : finding.explaining(explained);
        });
        return kept;
    }

    /** The mismatch that explains a finding and is not explained itself, or null. */
    private static @Nullable Finding headline(
            Finding finding, Map<String, Finding> mismatches, FactCatalogue catalogue) {
        FactDescription description = catalogue.describe(finding.fact());
        String cause = description == null ? null : description.explainedBy();
        if (description == null || cause == null) {
            return null;
        }
        return cause.endsWith("*")
                ? owner(finding.fact().substring(description.name().length() - 1), cause, mismatches)
                : mismatches.get(cause);
    }

    /** What belongs to {@code public.orders}, such as {@code public.orders.id}, is missing where that is missing. */
    private static @Nullable Finding owner(String member, String family, Map<String, Finding> mismatches) {
        String prefix = family.substring(0, family.length() - 1);
        for (int end = 0; end <= member.length(); end++) {
            if (end == member.length() || ".(".indexOf(member.charAt(end)) >= 0) {
                Finding owner = mismatches.get(prefix + member.substring(0, end));
                if (owner != null && owner.actual() == null) {
                    return owner;
                }
            }
        }
        return null;
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
        consequences.sort(TELLING_MOST_FIRST);
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
