package dev.parityguard.cli.declared;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Version;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an image says of product and version, and whether its tag stays what it is. */
final class TagCheck {
    private static final String FACT = "declared.image";

    private final String service;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    TagCheck(String service, String kind, String name, ServiceExpectation expected, FactCatalogue catalogue) {
        this.service = service;
        Image image = Interpolation.isIn(name) ? null : Image.parse(name);
        if (image == null) {
            findings.add(decidedElsewhere(service, name));
            return;
        }
        String product = image.product();
        if (product != null && kind.equals(expected.kind())) {
            facts.put("product", product);
        }
        List<String> versions = expected.facts().getOrDefault("version", List.of());
        String version = image.version();
        if (version != null) {
            version(version, versions, digits(catalogue), image);
        } else if (image.digest() == null) {
            findings.add(floating(service, image, versions, Severity.ERROR));
        } else {
            findings.add(unknown(service, name, "the digest pins the image, but which version it holds is not said"));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    Map<String, String> facts() {
        return facts;
    }

    /** How many numbers of a version matter. */
    private static int digits(FactCatalogue catalogue) {
        FactDescription description = catalogue.describe("version");
        return description == null || description.compare() == Compare.MAJOR ? 1 : 2;
    }

    private void version(String said, List<String> versions, int digits, Image image) {
        Version version = Version.parse(said);
        int numbers = version == null ? 0 : version.numbers().size();
        boolean agreesSoFar = version != null
                && versions.stream()
                        .map(Version::parse)
                        .anyMatch(expected -> expected != null && expected.sameUpTo(numbers, version));
        if (numbers < digits && agreesSoFar && image.digest() == null) {
            findings.add(Remarks.finding(
                    service,
                    FACT,
                    Outcome.MISMATCH,
                    Severity.WARNING,
                    "behaviour",
                    "a tag with the version " + String.join(" or ", versions),
                    image.repository() + ":" + image.tag(),
                    "the tag moves on to versions that differ in behaviour",
                    "name the version: " + image.repository() + ":" + versions.get(0)));
        } else {
            facts.put("version", said);
        }
    }

    /** A tag that names no version. */
    static Finding floating(String service, Image image, List<String> versions, Severity severity) {
        return Remarks.finding(
                service,
                FACT,
                Outcome.MISMATCH,
                severity,
                "behaviour",
                versions.isEmpty() ? "a tag with a version" : "a tag with the version " + String.join(" or ", versions),
                image.tag() == null ? image.repository() + " without a tag" : image.repository() + ":" + image.tag(),
                "whatever is newest on the day is started, and another on the next day",
                "name the version: " + image.repository() + ":" + (versions.isEmpty() ? "…" : versions.get(0)));
    }

    /** An image that only a variable tells. */
    static Finding decidedElsewhere(String service, String image) {
        return unknown(service, image, "the image is decided by a variable, so nobody knows which one it will be");
    }

    private static Finding unknown(String service, String image, String why) {
        return Remarks.finding(
                service,
                FACT,
                Outcome.UNKNOWN,
                Severity.WARNING,
                "not supported",
                null,
                image,
                why,
                "name the version in the tag");
    }
}
