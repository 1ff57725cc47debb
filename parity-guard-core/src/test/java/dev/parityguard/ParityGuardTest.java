package dev.parityguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.Rule;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.OneLine;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.service.echo.Echo;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityGuardTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void sameServiceAgreesWithItsOwnCapture() throws IOException {
        Path profile = captured(echo("low"));

        ParityReport report = guard(profile, echo("low")).build().run();

        assertThat(report.agrees()).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(report.agreeing()).isEqualTo(3);
        assertThat(report.application()).isEqualTo("orders");
        assertThat(report.profile().capturedAt()).isEqualTo("2026-11-20T12:00:00Z");
    }

    @Test
    void driftIsAFindingWithBothValues() throws IOException {
        Path profile = captured(echo("low"));

        ParityReport report = guard(profile, echo("shrill")).build().run();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("echo.tone");
            assertThat(finding.service()).isEqualTo("wall");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.expected()).isEqualTo("low");
            assertThat(finding.actual()).isEqualTo("shrill");
            assertThat(finding.fix()).isEqualTo("tune it to low");
        });
    }

    @Test
    void enforceRefusesWithTheWholeReport() throws IOException {
        Path profile = captured(echo("low"));
        ParityGuard guard = guard(profile, echo("shrill")).mode(Mode.ENFORCE).build();

        assertThatExceptionOfType(ParityViolationException.class)
                .isThrownBy(guard::enforce)
                .withMessageContaining("echo.tone")
                .withMessageContaining("shrill")
                .withNoCause()
                .satisfies(e -> assertThat(e.report().refuses()).isTrue());
    }

    @Test
    void warnNeverRefuses() throws IOException {
        ParityGuard guard =
                guard(captured(echo("low")), echo("shrill")).mode(Mode.WARN).build();

        assertThatCode(guard::enforce).doesNotThrowAnyException();
    }

    @Test
    void switchFromOutsideWinsOverTheCode() throws IOException {
        ParityGuard guard = guard(captured(echo("low")), echo("shrill"))
                .mode(Mode.ENFORCE)
                .variables(VariableSource.of(Map.of("PARITY_GUARD_MODE", " Warn ")))
                .build();

        assertThat(guard.enforce().mode()).isEqualTo(Mode.WARN);
    }

    @Test
    void systemPropertyWinsOverTheVariable() throws IOException {
        ParityGuard guard = guard(captured(echo("low")), echo("shrill"))
                .variables(VariableSource.of(Map.of("PARITY_GUARD_MODE", "enforce")))
                .build();
        System.setProperty("parity-guard.mode", "report");
        try {
            assertThat(guard.enforce().mode()).isEqualTo(Mode.REPORT);
        } finally {
            System.clearProperty("parity-guard.mode");
        }
    }

    @Test
    void switchThatIsNoModeIsSaidAndHasNoEffect() throws IOException {
        ParityReport report = guard(captured(echo("low")), echo("low"))
                .mode(Mode.ENFORCE)
                .variables(VariableSource.of(Map.of("PARITY_GUARD_MODE", "wran")))
                .build()
                .enforce();

        assertThat(report.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(report.findings()).extracting(Finding::id).containsExactly("parity-guard.setting.mode");
    }

    @Test
    void profileThatIsTooOldIsAWarningWhereAnAgeIsSaid() throws IOException {
        Path profile = captured(echo("low"));
        Clock later = Clock.offset(NOON, Duration.ofDays(91));

        assertThat(guard(profile, echo("low")).clock(later).build().run().findings())
                .isEmpty();
        ParityReport report = guard(profile, echo("low"))
                .clock(later)
                .profileMaxAge(Duration.ofDays(90))
                .build()
                .run();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parity-guard.profile.age");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.expected()).isEqualTo("captured within 90 days");
            assertThat(finding.actual()).isEqualTo("captured 91 days ago");
        });
        assertThat(aged(profile, later, "90d")).containsExactly("parity-guard.profile.age");
        assertThat(aged(profile, later, "91d")).isEmpty();
        assertThat(aged(profile, later, "soon")).containsExactly("parity-guard.setting.profile-max-age");
    }

    private List<String> aged(Path profile, Clock clock, String most) {
        return guard(profile, echo("low"))
                .clock(clock)
                .profileMaxAge(Duration.ofDays(1))
                .variables(VariableSource.of(Map.of("PARITY_GUARD_PROFILE_MAX_AGE", most)))
                .build()
                .run()
                .findings()
                .stream()
                .map(Finding::id)
                .toList();
    }

    @Test
    void onlySomeServicesWhenAskedForAreJudgedAndNoVariables() throws IOException {
        Path profile = Files.writeString(folder.resolve("two.json"), """
                {"format": 1, "name": "orders", "variables": {"PARITY_GUARD_TESTS_NEED": {"type": "string"}},
                 "services": {"wall": {"kind": "echo", "facts": {"product": "echo", "version": "1", "tone": "low"}},
                              "door": {"kind": "echo", "facts": {"product": "echo", "version": "1", "tone": "low"}}}}""");
        ParityGuard.Builder guard = ParityGuard.builder()
                .profile(profile.toString())
                .service("door", Target.of(counting(echo("shrill"))))
                .service("wall", Target.of(echo("low")));

        assertThat(guard.only(Set.of("wall")).build().run().findings()).isEmpty();
        assertThat(looks).hasValue(0);
        assertThat(guard.only(Set.of("gate")).build().run().findings())
                .extracting(Finding::service, Finding::id)
                .containsExactly(tuple("gate", "service.probed"));
    }

    @Test
    void ruleOfTheCodeComesAfterThoseOfTheProfile() throws IOException {
        Rule ignored = new Rule("wall/tone", List.of(), Compare.IGNORE, List.of(), null, null, null);
        assertThat(guard(captured(echo("low")), echo("shrill"))
                        .rule(ignored)
                        .build()
                        .run()
                        .findings())
                .isEmpty();
    }

    @Test
    void offAsksNobodyAndReadsNoProfile() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        ParityReport report = guard(broken, counting(echo("shrill")))
                .mode(Mode.ENFORCE)
                .variables(VariableSource.of(Map.of("PARITY_GUARD_MODE", "off")))
                .build()
                .enforce();

        assertThat(report.mode()).isEqualTo(Mode.OFF);
        assertThat(report.services()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(looks).hasValue(0);
    }

    @Test
    void offInTheProfileAsksNobodyEither() throws IOException {
        Path profile = captured(echo("low"));
        Files.writeString(profile, Files.readString(profile).replace("\"default\": \"warn\"", "\"default\": \"off\""));

        assertThat(guard(profile, counting(echo("shrill"))).build().run().mode())
                .isEqualTo(Mode.OFF);
        assertThat(looks).hasValue(0);
    }

    @Test
    void profileDecidesTheModeOfTheEnvironment() throws IOException {
        Path profile = captured(echo("low"));
        Files.writeString(
                profile,
                Files.readString(profile)
                        .replace("\"default\": \"warn\"", "\"default\": \"report\", \"test\": \"enforce\""));

        assertThat(guard(profile, echo("low")).build().run().mode()).isEqualTo(Mode.REPORT);
        assertThat(guard(profile, echo("low")).environment("test").build().run().mode())
                .isEqualTo(Mode.ENFORCE);
    }

    @Test
    void firstBootWithoutAProfileOnlyWarnsEvenInEnforce() {
        ParityReport report = guard(folder.resolve("none.json"), echo("low"))
                .mode(Mode.ENFORCE)
                .build()
                .enforce();

        assertThat(report.profile()).isNull();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parity-guard.profile.present");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.fix()).contains("capture");
        });
    }

    @Test
    void missingProfileThatIsDemandedRefuses() {
        ParityGuard guard = guard(folder.resolve("none.json"), echo("low"))
                .mode(Mode.ENFORCE)
                .profileRequired()
                .build();

        assertThatExceptionOfType(ParityViolationException.class).isThrownBy(guard::enforce);
    }

    @Test
    void soundValuesAreJudgedWithoutAProfile() {
        ParityReport report = guard(folder.resolve("none.json"), Echo.of("1", "cracked", "yes"))
                .build()
                .run();

        assertThat(report.findings()).extracting(Finding::id).contains("echo.cracked");
    }

    @Test
    void factThatAnotherOneExplainsIsFoldedUnderIt() throws IOException {
        Path profile = captured(echo("low"));

        ParityReport report = guard(profile, Echo.of("1", "tone", "shrill", "cracked", "yes"))
                .build()
                .run();

        assertThat(report.findings())
                .filteredOn(finding -> finding.outcome() == Outcome.MISMATCH)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("echo.tone");
                    assertThat(finding.consequences()).extracting(Finding::id).containsExactly("echo.cracked");
                });
    }

    @Test
    void unreadableProfileRefusesInEnforceAndWarnsOtherwise() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{ \"format\": 1, \"nmae\": \"orders\" }");

        assertThat(guard(broken, echo("low")).mode(Mode.WARN).build().enforce().findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.actual()).contains("nmae").contains("Did you mean"));
        assertThatExceptionOfType(ParityViolationException.class)
                .isThrownBy(guard(broken, echo("low")).mode(Mode.ENFORCE).build()::enforce);
    }

    @Test
    void handleNobodyRecognisesListsWhatIsAccepted() {
        ParityReport report = ParityGuard.builder()
                .servicesOnly()
                .profile(folder.resolve("none.json").toString())
                .service("other", Target.of(new Object()))
                .variables(VariableSource.of(Map.of()))
                .build()
                .run();

        assertThat(report.findings())
                .filteredOn(finding -> finding.service().equals("other"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(finding.actual()).contains("java.lang.Object").contains("an Echo");
                });
    }

    @Test
    void serviceOfTheProfileWithoutATargetIsUnknown() throws IOException {
        ParityReport report = ParityGuard.builder()
                .servicesOnly()
                .profile(captured(echo("low")).toString())
                .variables(VariableSource.of(Map.of()))
                .build()
                .run();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("echo.probed");
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        });
    }

    @Test
    void missingVariableExplainsTheServiceThatNeedsIt() throws IOException {
        Path profile = Files.writeString(folder.resolve("url.json"), """
                { "format": 1, "name": "orders",
                  "variables": { "WALL_URL": { "type": "uri" } },
                  "services": { "wall": { "kind": "echo", "url": "${WALL_URL}", "facts": { "tone": "low" } } } }
                """);

        ParityReport report = ParityGuard.builder()
                .servicesOnly()
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .build()
                .run();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("environment.WALL_URL");
            assertThat(finding.consequences()).extracting(Finding::id).containsExactly("echo.probed");
        });
    }

    @Test
    void urlOfTheProfileIsFilledFromTheVariables() throws IOException {
        Path profile = Files.writeString(folder.resolve("url.json"), """
                { "format": 1, "name": "orders",
                  "services": { "wall": { "kind": "echo", "url": "echo:${TONE}", "facts": { "tone": "low" } } } }
                """);

        ParityReport report = ParityGuard.builder()
                .servicesOnly()
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of("TONE", "low")))
                .build()
                .run();

        assertThat(report.agreeing()).isEqualTo(1);
    }

    @Test
    void twoServicesOfOneNameAreRefused() {
        ParityGuard.Builder builder = ParityGuard.builder().service("db", Target.of(echo("low")));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> builder.service("db", Target.of(echo("low"))))
                .withMessage("two services are named 'db'");
    }

    @Test
    void deadlineMustBePositive() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ParityGuard.builder().deadline(Duration.ZERO))
                .withMessage("deadline must be positive, but is PT0S");
    }

    @Test
    void serviceThatDoesNotAnswerIsOneUnknownAndDoesNotRefuse() throws IOException {
        Path profile = captured(echo("low"));
        Echo silent = echo("low").whileLooking(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        ParityReport report = guard(profile, silent)
                .mode(Mode.ENFORCE)
                .deadline(Duration.ofMillis(300))
                .build()
                .enforce();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("echo.reachable");
            assertThat(finding.cause()).isEqualTo("timed out");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void unknownRefusesOnlyWhereTheProfileSaysSo() throws IOException {
        Path profile = captured(echo("low"));
        Files.writeString(
                profile,
                Files.readString(profile)
                        .replace(
                                "\"default\": \"warn\"",
                                "\"default\": { \"mode\": \"enforce\", \"unknown\": \"error\" }"));

        assertThatExceptionOfType(ParityViolationException.class)
                .isThrownBy(guard(profile, Echo.of("1").hiding("tone")).build()::enforce);
    }

    @Test
    void failureOfTheGuardItselfIsAnUnknownAndNoCrash() {
        ParityReport report = ParityGuard.builder()
                .servicesOnly()
                .mode(Mode.ENFORCE)
                .variables(new VariableSource() {
                    @Override
                    public String get(String name) {
                        throw new IllegalStateException("the value of " + name);
                    }

                    @Override
                    public Set<String> names() {
                        return Set.of();
                    }
                })
                .build()
                .enforce();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parity-guard.run");
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.actual()).isEqualTo("java.lang.IllegalStateException");
        });
    }

    @Test
    void providerThatFailsCostsItsServiceOnly() throws IOException {
        Path profile = captured(echo("low"));

        ParityReport report = guard(profile, echo("low"))
                .service("broken", Target.url("echo-broken:x"))
                .build()
                .run();

        assertThat(report.findings())
                .filteredOn(finding -> finding.service().equals("broken"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual())
                        .isEqualTo("the probe could not be prepared: IllegalStateException"));
        assertThat(report.agreeing()).isEqualTo(3);
    }

    @Test
    void failingActionHurtsNobody() throws IOException {
        AtomicInteger later = new AtomicInteger();

        guard(captured(echo("low")), echo("low"))
                .action(report -> {
                    throw new IllegalStateException("no disk");
                })
                .action(report -> later.incrementAndGet())
                .build()
                .run();

        assertThat(later).hasValue(1);
    }

    @Test
    void noServiceIsNamedAsVariablesAreTold() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ParityGuard.builder().service("environment", Target.of(echo("low"))))
                .withMessageContaining("variables are told by that name");
    }

    @Test
    void lastReportIsKept() throws IOException {
        ParityGuard guard = guard(captured(echo("low")), echo("low")).build();

        assertThat(guard.lastReport().get()).isEmpty();
        ParityReport report = guard.run();
        assertThat(guard.lastReport().get()).containsSame(report);
    }

    @Test
    void capturingTwiceChangesNothing() throws IOException {
        Path profile = captured(echo("low"));
        String first = Files.readString(profile);

        Capture again =
                guard(profile, echo("low")).clock(Clock.systemUTC()).build().capture(profile);

        assertThat(again.changed()).isFalse();
        assertThat(profile).hasContent(first);
    }

    @Test
    void capturingAnotherProductionLetsBothValuesAgree() throws IOException {
        Path profile = captured(echo("low"));

        guard(profile, echo("deep")).build().captureAlso(profile);

        assertThat(guard(profile, echo("low")).build().run().agrees()).isTrue();
        assertThat(guard(profile, echo("deep")).build().run().agrees()).isTrue();
        assertThat(guard(profile, echo("shrill")).build().run().findings())
                .extracting(Finding::expected)
                .containsExactly("deep or low");
    }

    @Test
    void captureKeepsWhatItCouldNotSee() throws IOException {
        Path profile = captured(echo("low"));

        Capture capture = ParityGuard.builder()
                .servicesOnly()
                .variables(VariableSource.of(Map.of()))
                .build()
                .capture(profile);

        assertThat(capture.missed()).containsOnlyKeys("wall");
        assertThat(Files.readString(profile)).contains("\"tone\": \"low\"");
    }

    @Test
    void captureLeavesOutWhatIsNeverCompared() throws IOException {
        Path profile = captured(Echo.of("1", "tone", "low", "loudness", "11", "identity.wall", "abc"));

        assertThat(Files.readString(profile)).doesNotContain("loudness").contains("identity.wall");
    }

    @Test
    void captureWritesTheUrlAsTheApplicationMaySayIt() throws IOException {
        Path profile = folder.resolve("parity-profile.json");

        ParityGuard.builder()
                .service("wall", Target.of(echo("low")).writtenAs("echo://${WALL}"))
                .build()
                .capture(profile);

        assertThat(ProfileReader.read(profile).profile().services().get("wall").url())
                .isEqualTo("echo://${WALL}");
    }

    @Test
    void observingJudgesNothing() throws IOException {
        assertThat(guard(captured(echo("low")), echo("shrill")).build().observe())
                .hasEntrySatisfying(
                        "wall",
                        wall -> assertThat(((Observed) wall).facts().value("tone"))
                                .isEqualTo("shrill"));
    }

    private Path captured(Echo echo) throws IOException {
        Path profile = folder.resolve("parity-profile.json");
        Capture capture = guard(profile, echo).environment("production").build().capture(profile);
        assertThat(capture.changed()).isTrue();
        assertThat(capture.missed()).isEmpty();
        return profile;
    }

    @Test
    void processIsLookedAtWithoutBeingNamedAndIsNoService() throws IOException {
        Path profile = folder.resolve("captured.json");
        Capture capture = withProcess(profile).build().capture(profile);
        assertThat(capture.services()).containsOnlyKeys("runtime", "wall");

        ParityReport report = withProcess(profile).build().run();

        assertThat(report.agreeing()).isGreaterThan(20);
        assertThat(OneLine.of(report)).contains(": 1 service, " + report.agreeing() + " facts agree");
    }

    @Test
    void processThatTheProfileDoesNotHaveIsNotCompared() throws IOException {
        ParityReport report = withProcess(captured(echo("low"))).build().run();

        assertThat(report.services()).extracting(ServiceSummary::name).containsExactly("runtime", "wall");
        assertThat(report.agreeing()).isEqualTo(3);
    }

    @Test
    void servicesOnlyLeavesOutTheProcessThatTheProfileHas() throws IOException {
        Path profile = folder.resolve("captured.json");
        withProcess(profile).build().capture(profile);

        ParityReport report = guard(profile, echo("low")).build().run();

        assertThat(report.services()).extracting(ServiceSummary::name).containsExactly("wall");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void serviceThatIsNamedLikeTheProcessIsThatService() throws IOException {
        Path profile = Files.writeString(folder.resolve("named.json"), """
                {"format": 1, "name": "orders",
                 "services": {"runtime": {"kind": "echo", "url": "echo:low", "facts": {"tone": "low"}}}}""");

        ParityReport report = withProcess(profile).build().run();

        assertThat(report.services()).extracting(ServiceSummary::kind).containsExactly("echo", "echo");
        assertThat(report.agreeing()).isEqualTo(1);
    }

    @Test
    void sourceOfServicesIsNotAskedForTheProcess() throws IOException {
        Path profile = folder.resolve("captured.json");
        withProcess(profile).build().capture(profile);
        List<String> asked = new ArrayList<>();

        withProcess(profile)
                .services((expected, found) -> asked.addAll(expected.keySet()))
                .build()
                .run();

        assertThat(asked).containsExactly("wall");
    }

    @Test
    void processIsAskedForMoreWhereTheProfileOrTheCodeSaysSo() throws IOException {
        Path profile = Files.writeString(folder.resolve("asked.json"), """
                {"format": 1, "name": "orders",
                 "services": {"runtime": {"kind": "jvm", "properties": {"ask": "locale_data"},
                                          "facts": {"locale_data.month": "Sept"}}}}""");

        assertThat(ParityGuard.builder()
                        .profile(profile.toString())
                        .build()
                        .run()
                        .agreeing())
                .isEqualTo(1);
        assertThat(ParityGuard.builder()
                        .profile(folder.resolve("none.json").toString())
                        .service("runtime", Target.process().with("ask", "locale_data"))
                        .build()
                        .run()
                        .services())
                .singleElement()
                .satisfies(process ->
                        assertThat(process.facts().value("locale_data.month")).isEqualTo("Sept"));
    }

    private static ParityGuard.Builder withProcess(Path profile) {
        return ParityGuard.builder()
                .clock(NOON)
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .service("wall", Target.of(echo("low")));
    }

    private static ParityGuard.Builder guard(Path profile, Echo echo) {
        return ParityGuard.builder()
                .servicesOnly()
                .name("orders")
                .clock(NOON)
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .service("wall", Target.of(echo));
    }

    private Echo counting(Echo echo) {
        return echo.whileLooking(looks::incrementAndGet);
    }

    private static Echo echo(String tone) {
        return Echo.of("1", "tone", tone);
    }
}
