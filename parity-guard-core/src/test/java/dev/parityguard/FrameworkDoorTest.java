package dev.parityguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.ProfileException;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.service.echo.Echo;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a framework needs beside what an application needs. */
class FrameworkDoorTest {
    private static final String PROFILE = """
            {
              "format": 1,
              "name": "orders",
              "modes": { "default": "enforce" },
              "variables": { "PAYMENT_KEY": { "type": "string", "secret": true } },
              "services": {
                "wall": { "kind": "echo", "use": "cache", "facts": { "product": "echo", "version": "1", "tone": "low" } }
              },
              "rules": [{ "fact": "*/version", "compare": "major" }]
            }
            """;

    @TempDir
    Path folder;

    private Path profile;
    private final List<ParityReport> told = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        profile = Files.writeString(folder.resolve("parity-profile.json"), PROFILE);
    }

    @Test
    void sourceIsAskedForTheServicesOfTheProfile() {
        List<String> expected = new ArrayList<>();
        ParityReport report = withKey(services -> {
                    services.forEach((name, service) -> expected.add(name + " " + service.kind()));
                    return Map.of("wall", Target.of(echo("shrill")));
                })
                .build()
                .run();

        assertThat(expected).containsExactly("wall echo");
        assertThat(report.findings()).extracting(Finding::id).containsExactly("echo.tone");
    }

    @Test
    void sourceIsAskedWithoutAProfileToo() {
        ParityReport report = withKey(services -> {
                    assertThat(services).isEmpty();
                    return Map.of("wall", Target.of(echo("low")));
                })
                .profile(folder.resolve("none.json").toString())
                .build()
                .run();

        assertThat(report.services()).hasSize(1);
        assertThat(report.findings()).extracting(Finding::id).containsExactly("parity-guard.profile.present");
    }

    @Test
    void whoeverHasNoProfileIsToldHowTheFrameworkCaptures() {
        ParityReport report = withKey(services -> Map.of())
                .profile("classpath:none.json")
                .captureHint("press the button")
                .build()
                .run();

        assertThat(report.findings())
                .extracting(Finding::fix)
                .containsExactly("capture one in production: press the button");
    }

    @Test
    void sourceIsNotAskedWhenTheGuardIsOff() {
        ParityReport report = withKey(services -> {
                    throw new AssertionError("asked");
                })
                .mode(Mode.OFF)
                .build()
                .enforce();

        assertThat(report.mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void serviceThatIsNamedAloneWinsOverTheSource() {
        ParityReport report = withKey(services -> Map.of("wall", Target.of(echo("shrill"))))
                .service("wall", Target.of(echo("low")))
                .build()
                .run();

        assertThat(report.agrees()).isTrue();
    }

    @Test
    void missingTargetIsAnUnknownWithItsReason() {
        ParityReport report = withKey(services -> Map.of("wall", Target.missing("two beans could be it: a, b")))
                .build()
                .enforce();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.service()).isEqualTo("wall");
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.actual()).contains("two beans could be it: a, b");
        });
    }

    @Test
    void variablesAloneRefuseAndAreTold() {
        ParityGuard guard = guard(Map.of()).service("wall", unasked()).build();

        assertThatExceptionOfType(ParityViolationException.class)
                .isThrownBy(guard::enforceVariables)
                .withMessageContaining("PAYMENT_KEY")
                .withMessageContaining("refusing to start");
        assertThat(told).hasSize(1);
    }

    @Test
    void variablesThatAreSoundAreLeftToTheWholeRun() {
        ParityGuard guard = guard(Map.of("PAYMENT_KEY", "q7Zx-41tLm9"))
                .service("wall", unasked())
                .build();

        ParityReport report = guard.enforceVariables();

        assertThat(report.agreeing()).isPositive();
        assertThat(report.services()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(guard.lastReport().get()).isEmpty();
        assertThat(guard.comparesSchema()).isFalse();
    }

    @Test
    void variablesAloneDoNotRefuseInWarn() {
        ParityGuard guard =
                guard(Map.of()).mode(Mode.WARN).service("wall", unasked()).build();

        assertThat(guard.enforceVariables().findings())
                .extracting(Finding::fact)
                .containsExactly("PAYMENT_KEY");
        assertThat(told).isEmpty();
    }

    @Test
    void recheckIsKeptButNeverRefuses() {
        ParityGuard guard =
                withKey(services -> Map.of("wall", Target.of(echo("shrill")))).build();

        ParityReport report = guard.recheck();

        assertThat(report.mode()).isEqualTo(Mode.REPORT);
        assertThat(report.blocking()).hasSize(1);
        assertThat(report.refuses()).isFalse();
        assertThat(guard.lastReport().get()).contains(report);
        assertThat(told).containsExactly(report);
    }

    @Test
    void captureAsTextIsTheProfileInUseWithWhatIsSeenNow() throws IOException {
        String text = withKey(services -> Map.of("wall", Target.of(echo("deep"))))
                .build()
                .captureText();

        assertThat(text).contains("\"tone\": \"deep\"", "{ \"fact\": \"*/version\", \"compare\": \"major\" }");
        assertThat(profile).hasContent(PROFILE);
    }

    @Test
    void aServiceIsLookedAtWhileTheNextOneIsStillToBeFound() {
        CountDownLatch looking = new CountDownLatch(1);

        ParityReport report = finding((expected, found) -> {
                    found.accept("wall", Target.of(echo("low").whileLooking(looking::countDown)));
                    assertThat(awaited(looking)).isTrue();
                    found.accept("door", Target.of(echo("low")));
                })
                .build()
                .run();

        assertThat(report.services()).extracting(ServiceSummary::name).containsExactly("door", "wall");
    }

    @Test
    void ofTwoServicesWithOneNameTheFirstCounts() {
        ParityReport report = finding((expected, found) -> {
                    found.accept("wall", Target.of(echo("low")));
                    found.accept("wall", unasked());
                })
                .build()
                .run();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void whatIsLookedAtEndsWhenTheSearchFails() {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);

        ParityReport report = finding((expected, found) -> {
                    found.accept("wall", Target.of(echo("low").whileLooking(() -> {
                        looking.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            ended.countDown();
                        }
                    })));
                    assertThat(awaited(looking)).isTrue();
                    throw new IllegalStateException("no beans");
                })
                .build()
                .run();

        assertThat(awaited(ended)).isTrue();
        assertThat(report.unknowns()).isEqualTo(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void captureAsTextStartsAProfileWhereThereIsNone() throws IOException {
        assertThat(withKey(services -> Map.of("wall", Target.of(echo("deep"))))
                        .profile("classpath:none.json")
                        .build()
                        .captureText())
                .contains("\"tone\": \"deep\"", "\"name\": \"application\"");
    }

    @Test
    void captureAsTextRefusesAProfileThatIsNone() throws IOException {
        Files.writeString(profile, "{");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> withKey(services -> Map.of()).build().captureText());
    }

    private ParityGuard.Builder withKey(Function<SortedMap<String, ServiceExpectation>, Map<String, Target>> source) {
        return finding((expected, found) -> source.apply(expected).forEach(found));
    }

    private ParityGuard.Builder finding(ServiceSource source) {
        return guard(Map.of("PAYMENT_KEY", "q7Zx-41tLm9")).services(source);
    }

    private ParityGuard.Builder guard(Map<String, String> variables) {
        return ParityGuard.builder()
                .servicesOnly()
                .profile(profile.toString())
                .variables(VariableSource.of(variables))
                .action(told::add);
    }

    private static Echo echo(String tone) {
        return Echo.of("1", "tone", tone);
    }

    private static Target unasked() {
        return Target.of(echo("low").whileLooking(() -> {
            throw new AssertionError("asked");
        }));
    }
}
