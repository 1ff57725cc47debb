package dev.parityguard.compare;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ServiceSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The judgement: a pure function of the profile, the environment's name, what was seen and the day. Immutable and safe
 * for use by several threads.
 */
public final class Comparison {
    /** The order of a report: the worst first, then by outcome, service and fact. */
    public static final Comparator<Finding> WORST_FIRST = Comparison::worstFirst;

    private final @Nullable Profile profile;
    private final @Nullable String environment;
    private final Function<String, FactCatalogue> catalogues;
    private final LocalDate today;
    private final boolean migrated;

    /**
     * A comparison with that profile.
     *
     * @param profile what should be, or null on a first boot: then only sound values are judged
     * @param environment the environment's name as given, or null
     * @param catalogues what is known of the facts of a kind of service
     * @param today the day, for waivers
     */
    public Comparison(
            @Nullable Profile profile,
            @Nullable String environment,
            Function<String, FactCatalogue> catalogues,
            LocalDate today) {
        this(profile, environment, catalogues, today, true);
    }

    private Comparison(
            @Nullable Profile profile,
            @Nullable String environment,
            Function<String, FactCatalogue> catalogues,
            LocalDate today,
            boolean migrated) {
        this.profile = profile;
        this.environment = environment;
        this.catalogues = catalogues;
        this.today = today;
        this.migrated = migrated;
    }

    /** The same comparison, but for what migrations bring about: nobody has asked for that yet. */
    public Comparison beforeMigrations() {
        return new Comparison(profile, environment, catalogues, today, false);
    }

    /** Judges what was seen. */
    public Judgement judge(List<SeenService> services, VariablesJudgement variables) {
        List<Finding> findings = new ArrayList<>();
        List<ServiceSummary> summaries = new ArrayList<>();
        List<Finding> variableFindings = new ArrayList<>(variables.findings());
        int agreeing = variables.agreeing();
        List<SeenService> byName = new ArrayList<>(services);
        byName.sort((a, b) -> a.name().compareTo(b.name()));
        for (SeenService seen : byName) {
            String kind = kind(seen);
            FindingWriter writer = new FindingWriter(seen.name(), kind, expectation(seen), isMigrated(seen), today);
            ServiceRules rules = new ServiceRules(profile, environment, seen.name());
            if (seen.observation() instanceof Observed observed) {
                ServiceComparison comparison = new ServiceComparison(
                        seen, observed, expectation(seen), migrated, rules, catalogues.apply(kind), writer);
                findings.addAll(comparison.findings());
                agreeing += comparison.agreeing();
                summaries.add(new ServiceSummary(
                        seen.name(),
                        observed.kind(),
                        ServiceSummary.Outcome.OBSERVED,
                        observed.facts(),
                        comparison.agreeing(),
                        seen.took(),
                        comparison.bySection()));
            } else if (seen.observation() instanceof Unreachable unreachable) {
                add(findings, Unseen.unreachable(unreachable, rules, writer));
                summaries.add(nothingSeen(seen, kind, ServiceSummary.Outcome.UNREACHABLE));
            } else if (seen.observation() instanceof NotProbed notProbed) {
                Finding finding = Unseen.notProbed(notProbed, rules, writer);
                if (finding != null && !foldedUnderVariable(variableFindings, notProbed, finding)) {
                    findings.add(finding);
                }
                summaries.add(nothingSeen(seen, kind, ServiceSummary.Outcome.NOT_PROBED));
            }
        }
        findings.addAll(variableFindings);
        findings.addAll(expiredWaivers());
        findings.sort(WORST_FIRST);
        return new Judgement(findings, summaries, agreeing);
    }

    private static void add(List<Finding> findings, @Nullable Finding finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private static boolean foldedUnderVariable(List<Finding> variables, NotProbed notProbed, Finding consequence) {
        for (int i = 0; i < variables.size(); i++) {
            Finding finding = variables.get(i);
            boolean explains = finding.fact().equals(notProbed.variable())
                    && finding.outcome() == Outcome.MISMATCH
                    && finding.severity().compareTo(consequence.severity()) <= 0;
            if (explains) {
                List<Finding> consequences = new ArrayList<>(finding.consequences());
                consequences.add(consequence);
                variables.set(i, finding.explaining(consequences));
                return true;
            }
        }
        return false;
    }

    private List<Finding> expiredWaivers() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : profile == null ? List.<Rule>of() : profile.rules()) {
            Rule.Waiver waiver = rule.waiver();
            if (waiver != null && rule.holdsIn(environment) && waiver.until().isBefore(today)) {
                findings.add(new Finding(
                        "waiver.expired",
                        rule.fact().substring(0, Math.max(0, rule.fact().indexOf('/'))),
                        rule.fact(),
                        Outcome.MISMATCH,
                        Severity.WARNING,
                        "expired",
                        "until " + waiver.until(),
                        null,
                        "today is " + today,
                        null,
                        "nobody has looked at this excuse since: " + waiver.reason(),
                        "mend the difference, or renew the waiver with a new date",
                        waiver.owner(),
                        null,
                        null,
                        List.of()));
            }
        }
        return findings;
    }

    private @Nullable ServiceExpectation expectation(SeenService seen) {
        return profile == null ? null : profile.services().get(seen.name());
    }

    private boolean isMigrated(SeenService seen) {
        return seen.observation() instanceof Observed observed
                && MigrationHistory.isTheSame(expectation(seen), observed.facts());
    }

    private static String kind(SeenService seen) {
        if (seen.kind() != null) {
            return seen.kind();
        }
        return seen.observation() instanceof Observed observed ? observed.kind() : "service";
    }

    private static ServiceSummary nothingSeen(SeenService seen, String kind, ServiceSummary.Outcome outcome) {
        return new ServiceSummary(seen.name(), kind, outcome, Facts.none(), 0, seen.took());
    }

    private static int worstFirst(Finding a, Finding b) {
        int order = a.severity().compareTo(b.severity());
        order = order != 0 ? order : a.outcome().compareTo(b.outcome());
        order = order != 0 ? order : a.service().compareTo(b.service());
        return order != 0 ? order : a.fact().compareTo(b.fact());
    }
}
