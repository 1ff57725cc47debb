package dev.parityguard.cli.declared;

import dev.parityguard.cli.input.Catalogues;
import dev.parityguard.cli.output.Places;
import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.SeenService;
import dev.parityguard.compare.VariablesComparison;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.profile.VariableContract;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ProfileOrigin;
import dev.parityguard.report.ServiceSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what files declare with a profile: only what they say is judged, by the profile's own rules. */
public final class DeclarationCheck {
    private final ProfileDocument document;
    private final Profile profile;
    private final Catalogues catalogues;
    private final @Nullable String environment;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();
    private final IdentityHashMap<Finding, Places.Place> places = new IdentityHashMap<>();
    private final List<ServiceSummary> services = new ArrayList<>();
    private int agreeing;

    private DeclarationCheck(
            ProfileDocument document, Catalogues catalogues, @Nullable String environment, Instant now) {
        this.document = document;
        this.profile = document.profile();
        this.catalogues = catalogues;
        this.environment = environment;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** What was found, and where. */
    public record Result(ParityReport report, Places places) {}

    /**
     * Checks what files declare.
     *
     * @param names which service of the profile a declared one stands for, where the names differ
     */
    public static Result of(
            ProfileDocument document,
            DeclaringFiles files,
            Map<String, String> names,
            Catalogues catalogues,
            @Nullable String environment) {
        Instant now = Instant.now();
        DeclarationCheck check = new DeclarationCheck(document, catalogues, environment, now);
        files.all().forEach(file -> check.file(file, names));
        check.findings.sort(Comparison.WORST_FIRST);
        return new Result(
                new ParityReport(
                        check.profile.name(),
                        environment,
                        Mode.REPORT,
                        check.origin(),
                        now,
                        Duration.between(now, Instant.now()),
                        check.services,
                        check.findings,
                        check.agreeing),
                check.places::get);
    }

    private void file(Declaration file, Map<String, String> names) {
        Matching matching = new Matching(profile, names);
        List<Declared> applications = new ArrayList<>();
        for (Declared declared : file.services()) {
            Matching.Match match = matching.of(declared);
            if (match.kind() == null) {
                applications.add(declared);
                otherImage(file, declared);
            } else if (match.service() == null) {
                add(file, declared.line(), Remarks.unmatched(declared.name(), match));
            } else {
                service(file, declared, match.service(), match.kind());
            }
        }
        applications(file, applications);
        file.remarks().forEach(remark -> add(file, remark.line(), Remarks.notUnderstood(remark)));
    }

    private void service(Declaration file, Declared declared, String name, String kind) {
        ServiceExpectation expected = profile.services().get(name);
        if (expected == null) {
            return;
        }
        Map<String, String> facts = new LinkedHashMap<>(declared.facts());
        String image = declared.image();
        if (image != null) {
            TagCheck tag = new TagCheck(name, kind, image, expected, catalogues.of(kind));
            tag.findings()
                    .forEach(finding ->
                            add(file, declared.line(), Remarks.excused(finding, profile, environment, today)));
            facts.putAll(tag.facts());
        }
        facts.putAll(Settings.of(declared, kind, expected.facts(), catalogues.of(kind)));
        judge(file, declared, name, kind, expected, facts);
    }

    /** Of an image that is no service of the profile only its tag can be judged. */
    private void otherImage(Declaration file, Declared declared) {
        String name = declared.image();
        if (name != null && Interpolation.isIn(name)) {
            add(file, declared.line(), TagCheck.decidedElsewhere(declared.name(), name));
            return;
        }
        Image image = name == null ? null : Image.parse(name);
        if (image != null && image.version() == null && image.digest() == null) {
            add(
                    file,
                    declared.line(),
                    Remarks.excused(
                            TagCheck.floating(declared.name(), image, List.of(), Severity.WARNING),
                            profile,
                            environment,
                            today));
        }
    }

    /** Facts that the file says nothing of are left out on both sides. */
    private void judge(
            Declaration file,
            Declared declared,
            String name,
            String kind,
            ServiceExpectation expected,
            Map<String, String> facts) {
        Facts.Builder seen = Facts.builder();
        facts.forEach(seen::put);
        SortedMap<String, List<String>> said = new TreeMap<>(expected.facts());
        said.keySet().retainAll(facts.keySet());
        SortedMap<String, ServiceExpectation> expectation = new TreeMap<>(Map.of(
                name,
                new ServiceExpectation(
                        expected.kind(),
                        null,
                        expected.use(),
                        expected.owner(),
                        expected.runbook(),
                        new TreeMap<>(),
                        said)));
        Judgement judgement = new Comparison(
                        new Profile(
                                profile.name(),
                                profile.captured(),
                                profile.modes(),
                                new TreeMap<>(),
                                expectation,
                                profile.rules()),
                        environment,
                        catalogues::of,
                        today)
                .judge(
                        List.of(new SeenService(
                                name,
                                expected.kind(),
                                expected.use(),
                                new Observed(kind, seen.build(), List.of()),
                                Duration.ZERO)),
                        VariablesJudgement.none());
        agreeing += judgement.agreeing();
        services.addAll(judgement.services());
        judgement.findings().stream()
                .filter(finding -> !finding.fact().equals("not-in-profile")
                        && !finding.id().equals("waiver.expired"))
                .forEach(finding -> add(file, declared.line(), finding));
    }

    /** The variables of everything that is no backing service, taken together: one of them is the application. */
    private void applications(Declaration file, List<Declared> applications) {
        if (applications.isEmpty() || profile.variables().isEmpty()) {
            return;
        }
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        boolean whole = true;
        for (Declared application : applications) {
            variables.putAll(application.variables());
            whole &= application.whole();
        }
        SortedMap<String, VariableContract> judged = new TreeMap<>(profile.variables());
        boolean known = whole;
        judged.keySet().removeIf(name -> variables.containsKey(name) ? variables.get(name) == null : !known);
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, value == null ? "" : value));
        VariablesJudgement judgement = new VariablesComparison(
                        new Profile(
                                profile.name(),
                                profile.captured(),
                                profile.modes(),
                                judged,
                                new TreeMap<>(),
                                profile.rules()),
                        environment,
                        today)
                .judge(VariableSource.of(values));
        agreeing += judgement.agreeing();
        judgement.findings().forEach(finding -> add(file, applications.get(0).line(), finding));
    }

    private void add(Declaration file, int line, Finding finding) {
        findings.add(finding);
        places.put(finding, new Places.Place(file.file(), line));
    }

    private ProfileOrigin origin() {
        Profile.Captured captured = profile.captured();
        return new ProfileOrigin(
                profile.name(),
                captured == null ? null : captured.environment(),
                captured == null ? null : captured.at(),
                document::fingerprint);
    }
}
