package dev.parityguard.cli;

import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.ServiceExpectation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Finds rules that somebody should look at again. */
final class RuleReview {
    /** What findings are about that are no facts: see {@code docs/profile-format.md}. */
    private static final List<String> NO_FACTS =
            List.of("kind", "reachable", "probed", "not-in-profile", "declared.image");

    private final Profile profile;
    private final Catalogues catalogues;
    private final LocalDate today;
    private final int days;

    RuleReview(Profile profile, Catalogues catalogues, LocalDate today, int days) {
        this.profile = profile;
        this.catalogues = catalogues;
        this.today = today;
        this.days = days;
    }

    /** What is to be said of a rule; empty when all is well. */
    String of(Rule rule) {
        Rule.Waiver waiver = rule.waiver();
        if (waiver != null && waiver.until().isBefore(today)) {
            return "expired on " + waiver.until() + ": mend the difference, or extend the waiver";
        }
        if (!isAboutSomething(rule)) {
            return "is about nothing in the profile: no service and no variable has such a name";
        }
        if (waiver != null && ChronoUnit.DAYS.between(today, waiver.until()) <= days) {
            return "expires on " + waiver.until() + ", in " + ChronoUnit.DAYS.between(today, waiver.until()) + " days";
        }
        return "";
    }

    private boolean isAboutSomething(Rule rule) {
        if (profile.variables().keySet().stream().anyMatch(name -> rule.names("environment/" + name))) {
            return true;
        }
        for (Map.Entry<String, ServiceExpectation> entry : profile.services().entrySet()) {
            String service = entry.getKey() + "/";
            ServiceExpectation expected = entry.getValue();
            boolean captured = expected.facts().keySet().stream().anyMatch(fact -> rule.names(service + fact));
            boolean told = NO_FACTS.stream().anyMatch(fact -> rule.names(service + fact));
            if (captured || told || isDescribed(rule, service, expected.kind())) {
                return true;
            }
        }
        return false;
    }

    /** A rule may be about a fact that production does not have, such as an extension, if there can be one. */
    private boolean isDescribed(Rule rule, String service, String kind) {
        if (catalogues.of(kind).all().stream().anyMatch(fact -> rule.names(service + fact.name()))) {
            return true;
        }
        String fact = rule.fact().startsWith(service) ? rule.fact().substring(service.length()) : "";
        return !fact.isEmpty() && catalogues.of(kind).describe(fact) != null;
    }
}
