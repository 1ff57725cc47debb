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
            SeenService seen, String observedKind, List<Finding> findings, Facts facts, FindingWriter writer) {
        if (seen.kind() != null && !seen.kind().equals(observedKind)) {
            return underHeadline(anotherEngine(seen.kind(), observedKind, facts, writer), findings, f -> true);
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

    private static Finding anotherEngine(String expected, String actual, Facts facts, FindingWriter writer) {
        String version = facts.value("version");
        return writer.whole(
                "kind",
                Outcome.MISMATCH,
                Severity.ERROR,
                "another engine",
                expected,
                version == null ? actual : actual + " " + version,
                "another engine answers: it parses, compares, sorts and locks in its own way",
                "run the same engine here: " + expected,
                null);
    }

    private static List<Finding> underHeadline(Finding headline, List<Finding> findings, Predicate<Finding> follows) {
        List<Finding> kept = new ArrayList<>();
        List<Finding> consequences = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.equals(headline)) {
                continue;
            }
            boolean consequence = finding.outcome() == Outcome.MISMATCH && follows.test(finding);
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
