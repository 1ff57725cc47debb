package dev.parityguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Test classes of an application on a real database, run by JUnit. */
class ParityProfileTest {
    @TempDir
    static Path folder;

    private static Path captured;

    @BeforeAll
    static void captureProfile() throws Exception {
        start();
        captured = folder.resolve("captured.json");
        ParityGuard.builder()
                .servicesOnly()
                .name("orders")
                .environment("production")
                .service("orders-db", Target.of(Samples.open("production")))
                .build()
                .capture(captured);
    }

    private static void start() {
        PostgresServer server = PostgresServer.version("16").start();
        String user = System.getProperty("user.name");
        if (!user.equals("postgres")) {
            server.createRole(user, "unused");
        }
        for (String database : List.of("production", "orders")) {
            server.createDatabase(database);
            server.execute(database, "create table orders (id int primary key, note text)");
        }
        server.createDatabase("drifted");
        server.execute("drifted", "alter database drifted set timezone = 'Europe/Amsterdam'");
        Samples.server = server;
    }

    @AfterAll
    static void stop() {
        Samples.server.close();
    }

    @BeforeEach
    void useProfile() {
        use(captured);
        Samples.ran.clear();
    }

    @AfterEach
    void forget() {
        System.clearProperty("parity-guard.profile");
        System.clearProperty("parity-guard.mode");
    }

    private static void use(Path profile) {
        System.setProperty("parity-guard.profile", profile.toString());
    }

    @Test
    void testsWhenTheirDatabaseIsLikeProductionThenRun() {
        assertThat(failures(Samples.Agreeing.class)).isEmpty();
        assertThat(Samples.ran).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void testsWhenTheirDatabaseDiffersThenFailTheFirstWithTheWholeReport() {
        List<Throwable> failures = failures(Samples.Drifted.class);

        assertThat(failures).hasSize(2);
        assertThat(failures.get(0))
                .isInstanceOf(ParityViolationException.class)
                .hasMessageContaining("postgresql.database_setting.TimeZone")
                .hasMessageContaining("Europe/Amsterdam")
                .hasMessageContaining("production")
                .hasMessageContaining("1 error");
        assertThat(failures.get(1))
                .hasMessage("not run, since what Drifted stands on is not as in the profile:"
                        + " the first of its tests tells what differs");
        assertThat(Samples.ran).isEmpty();
    }

    @Test
    void testsOfASubclassAreCheckedToo() {
        assertThat(failures(Samples.DriftedBelow.class)).hasSize(2);
    }

    @Test
    void differenceWhenAllowedThenIsTold() {
        assertThat(failures(Samples.Allowed.class)).isEmpty();
        assertThat(Samples.ran).containsExactly("allowed");
    }

    @Test
    void differenceWhenAllowedTooLongThenFailsAgain() {
        assertThat(failures(Samples.AllowedTooLong.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("database_setting.TimeZone")
                        .hasMessageContaining("waiver.expired")
                        .hasMessageContaining("until 2020-01-31"));
    }

    @Test
    void differenceWhenAllowedUntilNoDayThenFailsWithASentence() {
        assertThat(failures(Samples.AllowedUntilNoDay.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("the difference orders-db/version is allowed until 'tomorrow', which is no date;"
                                + " write it as 2027-01-31"));
    }

    @Test
    void serviceWhenTheProfileDoesNotHaveItThenFails() {
        assertThat(failures(Samples.Misspelt.class))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessage("the profile has no service order-db; it has orders-db"));
    }

    @Test
    void serviceWhenTheFieldIsNullThenFails() {
        assertThat(failures(Samples.Forgotten.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("the field database is null when the first test begins"));
    }

    @Test
    void serviceWhenTwoMembersStandForItThenFails() {
        assertThat(failures(Samples.Twice.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("two members stand for the service orders-db"));
    }

    @Test
    void serviceOfTheProfileWhenItHasAUrlThenIsLookedAtThere() throws Exception {
        use(withUrl("postgresql://localhost:" + Samples.server.port() + "/drifted"));
        assertThat(failures(Samples.FromTheProfile.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("Europe/Amsterdam"));
    }

    @Test
    void serviceOfTheProfileWhenItsVariableIsNotSetThenFails() throws Exception {
        use(withUrl("${PARITY_GUARD_TESTS_HAVE_NO_SUCH_VARIABLE}"));
        assertThat(failures(Samples.FromTheProfile.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("the variable PARITY_GUARD_TESTS_HAVE_NO_SUCH_VARIABLE is not set"));
    }

    @Test
    void classWhenItNamesNoServiceThenIsJudgedByEverythingInTheProfile() throws Exception {
        Path profile = folder.resolve("demanding.json");
        use(Files.writeString(profile, """
                {"format": 1, "name": "orders", "variables": {"PARITY_GUARD_TESTS_NEED": {"type": "string"}}}"""));
        assertThat(failures(Samples.Everything.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("PARITY_GUARD_TESTS_NEED"));
    }

    @Test
    void profileWhenThereIsNoneThenFails() {
        use(folder.resolve("nowhere.json"));
        assertThat(failures(Samples.Agreeing.class))
                .first()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("parity-guard.profile.present"));
    }

    @Test
    void switchFromOutsideLetsTheTestsRun() {
        for (String mode : List.of("warn", "off")) {
            System.setProperty("parity-guard.mode", mode);
            assertThat(failures(Samples.Drifted.class)).isEmpty();
        }
        assertThat(Samples.ran).contains("first", "second");
    }

    @Test
    void structureWhenATestChangesItThenTheClassFailsObjectByObject() {
        assertThat(failures(Samples.Frozen.class)).isEmpty();
        try {
            assertThat(failures(Samples.Altering.class))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining("after the last test of " + Samples.Altering.class.getName())
                            .hasMessageContaining("orders-db schema.column.public.orders.weight: absent")
                            .hasMessageNotContaining("note"));
        } finally {
            Samples.server.execute("orders", "alter table orders drop column weight");
        }
    }

    @Test
    void structureWhenChangedBetweenTwoClassesThenTheSecondFails() {
        try {
            assertThat(failures(Samples.Altering.class, Samples.Frozen.class))
                    .hasSize(2)
                    .last()
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageContaining("before the first test of " + Samples.Frozen.class.getName()));
        } finally {
            Samples.server.execute("orders", "alter table orders drop column weight");
        }
    }

    @Test
    void structureWhenTheServerIsGoneThenFails() {
        try {
            assertThat(failures(Samples.FrozenButStopped.class))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageContaining("orders-db could not be looked at")
                            .hasMessageContaining("@AutoClose"));
        } finally {
            start();
        }
    }

    private static Path withUrl(String url) throws Exception {
        return Files.writeString(
                folder.resolve("with-url.json"),
                Files.readString(captured)
                        .replace("\"kind\": \"postgresql\",", "\"kind\": \"postgresql\", \"url\": \"" + url + "\","));
    }

    /** Runs the classes in that order, and tells the failures in theirs. */
    private static List<Throwable> failures(Class<?>... classes) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .selectors(
                        Stream.of(classes).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new))
                .execute();
        return results.allEvents().failed().stream()
                .map(Event::getPayload)
                .flatMap(payload -> payload.stream())
                .map(TestExecutionResult.class::cast)
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }
}
