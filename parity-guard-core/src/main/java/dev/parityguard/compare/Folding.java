package dev.parityguard.compare;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Version;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One cause, one finding: what follows from another engine, product or major version is folded under it. */
final class Folding {
    private Folding() {}

    static List<Finding> fold(
            SeenService seen,
            String observedKind,
            List<Finding> findings,
            Facts facts,
            ServiceRules rules,
            FindingWriter writer) {
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
        if (version != null && otherMajor(version)) {
            return underHeadline(version, findings, f -> "missing".equals(f.cause()));
        }
        return findings;
    }

    private static Finding anotherEngine(
            String expected, String actual, Facts facts, Terms terms, FindingWriter writer) {
        String version = facts.value("version");
        return writer.whole(
                "kind",
                Outcome.MISMATCH,
                terms.severity(),
                "another engine",
                expected,
                version == null ? actual : actual + " " + version,
                "another engine answers: it parses, compares, sorts and locks in its own way",
                "run the same engine here: " + expected,
                terms.waiver());
    }

    /** What matters more than the headline, for example because the headline is excused, stands for itself. */
    private static List<Finding> underHeadline(Finding headline, List<Finding> findings, Predicate<Finding> follows) {
        List<Finding> kept = new ArrayList<>();
        List<Finding> consequences = new ArrayList<>();
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
        return findings.stream()
                .filter(f -> f.outcome() == Outcome.MISMATCH && f.fact().equals(fact))
                .findFirst()
                .orElse(null);
    }

    private static boolean otherMajor(Finding version) {
        Version expected = version.expected() == null ? null : Version.parse(version.expected());
        Version actual = version.actual() == null ? null : Version.parse(version.actual());
        return expected == null || actual == null || !expected.sameUpTo(1, actual);
    }
}
