package dev.parityguard.benchmarks;

import dev.parityguard.compare.Comparison;
import dev.parityguard.compare.Judgement;
import dev.parityguard.compare.SeenService;
import dev.parityguard.compare.VariablesJudgement;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Observed;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.report.ParityReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A made-up profile of several services, and two observations of them: one that says the same, and one of which a tenth
 * differs and most of the rest is spelled in another way.
 */
record Sample(String profile, List<SeenService> agreeing, List<SeenService> differing) {
    private static final int SERVICES = 10;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final FactCatalogue CATALOGUE = catalogue();
    private static final String RULES = """
            [{"fact": "*/version.*", "compare": "major"},
             {"fact": "service-1/setting.*", "severity": "info"},
             {"fact": "service-2/flag.00001", "in": ["development"], "waive": "a sample", "owner": "team",
              "until": "2099-12-31"}]""";

    static Sample ofFacts(int count) {
        StringBuilder services = new StringBuilder();
        List<SeenService> agreeing = new ArrayList<>();
        List<SeenService> differing = new ArrayList<>();
        for (int service = 0; service < SERVICES; service++) {
            StringBuilder expected = new StringBuilder();
            Facts.Builder same = Facts.builder();
            Facts.Builder other = Facts.builder();
            for (int i = 0; i < count / SERVICES; i++) {
                String name = name(i);
                expected.append(i == 0 ? "" : ",\n  ")
                        .append("\"%s\": \"%s\"".formatted(name, value(name, "on", "UTC")));
                same.put(name, value(name, "on", "UTC"));
                other.put(name, i % 10 == 0 ? value(name, "no", "Europe/Amsterdam") : value(name, "yes", "UTC"));
            }
            String named = "service-" + service;
            services.append(service == 0 ? "" : ",\n ")
                    .append("\"%s\": {\"kind\": \"sample\", \"facts\": {%s}}".formatted(named, expected));
            agreeing.add(seen(named, same.build()));
            differing.add(seen(named, other.build()));
        }
        String profile =
                "{\"format\": 1, \"name\": \"sample\", \"services\": {%s}, \"rules\": %s}".formatted(services, RULES);
        return new Sample(profile, agreeing, differing);
    }

    /** The profile as it stands in its file. */
    byte[] bytes() {
        return profile.getBytes(StandardCharsets.UTF_8);
    }

    Comparison comparison() {
        return new Comparison(ProfileReader.read(bytes(), "sample").profile(), "production", kind -> CATALOGUE, TODAY);
    }

    /** The report of the observation of which a tenth differs. */
    ParityReport report() {
        Judgement judgement = comparison().judge(differing, VariablesJudgement.none());
        return new ParityReport(
                "sample",
                "production",
                Mode.WARN,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                judgement.services(),
                judgement.findings(),
                judgement.agreeing());
    }

    private static SeenService seen(String name, Facts facts) {
        return new SeenService(name, "sample", null, new Observed("sample", facts, List.of()), Duration.ZERO);
    }

    private static String name(int number) {
        String[] families = {"setting", "flag", "version", "words", "size"};
        return "%s.%05d".formatted(families[number % families.length], number);
    }

    /** Most facts are compared as text; some need reading first, as in a real catalogue. */
    private static String value(String name, String flag, String text) {
        return switch (name.substring(0, name.indexOf('.'))) {
            case "flag" -> flag;
            case "version" -> flag.equals("no") ? "13.23" : "16.4";
            case "words" -> flag.equals("on") ? "alpha,beta,gamma" : flag.equals("no") ? "alpha" : "gamma, beta, alpha";
            case "size" -> flag.equals("on") ? "64MB" : flag.equals("no") ? "4kB" : "65536kB";
            default -> text;
        };
    }

    private static FactCatalogue catalogue() {
        Properties properties = new Properties();
        for (String family : List.of("setting", "flag", "version", "words", "size")) {
            properties.setProperty(family + ".*.title", "a sample");
            properties.setProperty(family + ".*.why", "it would behave in another way");
            properties.setProperty(family + ".*.fix", "set {name} to {expected}");
        }
        properties.setProperty("flag.*.normalise", "boolean");
        properties.setProperty("version.*.compare", "minor");
        properties.setProperty("words.*.compare", "set");
        properties.setProperty("size.*.normalise", "size");
        return FactCatalogue.of(properties);
    }
}
