package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application of one environment meets the database of another one. */
class IdentityTest {
    private static PostgresServer production;
    private static PostgresServer staging;

    @TempDir
    Path folder;

    private Path profile;

    @BeforeAll
    static void start() {
        production = PostgresServer.version("16").start();
        // Servers of one set-up are copies of one cluster here; another set-up is another cluster.
        staging = PostgresServer.version("16").initdb("--no-instructions").start();
        production.createRole("app", "secret");
        staging.createRole("app", "secret");
        production.createDatabase("other");
    }

    @AfterAll
    static void stop() {
        production.close();
        staging.close();
    }

    @BeforeEach
    void capture() throws IOException {
        profile = folder.resolve("parity-profile.json");
        guard("production", production, "postgres").name("orders").build().capture(profile);
    }

    @Test
    void stagingOnProductionsDatabaseIsRefusedWithItsOwnHeadline() {
        assertThatThrownBy(
                        () -> guard("staging", production, "postgres").build().enforce())
                .isInstanceOf(ParityViolationException.class)
                .hasMessageStartingWith("Parity Guard: orders-db is production's database. orders does not match")
                .hasMessageContaining("postgresql.identity.database")
                .hasMessageContaining("whatever is done here is done to production");
    }

    @Test
    void productionOnAnotherClusterOrDatabaseIsRefused() {
        assertThatThrownBy(
                        () -> guard("production", staging, "postgres").build().enforce())
                .hasMessageStartingWith("Parity Guard: orders-db is another cluster than production's.");
        assertThatThrownBy(
                        () -> guard("production", production, "other").build().enforce())
                .hasMessageStartingWith("Parity Guard: orders-db is another database than production's.");
    }

    @Test
    void eachOnItsOwnIsSilent() {
        assertThatCode(() -> {
                    assertThat(guard("production", production, "postgres")
                                    .build()
                                    .enforce()
                                    .findings())
                            .isEmpty();
                    assertThat(guard("staging", staging, "postgres")
                                    .build()
                                    .enforce()
                                    .findings())
                            .isEmpty();
                    assertThat(guard(null, production, "postgres")
                                    .build()
                                    .enforce()
                                    .findings())
                            .isEmpty();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void withoutTheRightToReadItItIsAQuietUnknown() {
        String revoke = "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC";
        staging.execute("postgres", revoke);
        try {
            assertThat(guard("staging", staging, "postgres").build().run()).satisfies(report -> {
                assertThat(report.agrees()).isTrue();
                assertThat(report.findings())
                        .singleElement()
                        .extracting(Finding::fact)
                        .isEqualTo("identity.cluster");
            });
        } finally {
            staging.execute("postgres", "GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC");
        }
    }

    @Test
    void profileHoldsHashesUnderItsNameOrUnderAKeyAndNeverTheIdentifier() throws Exception {
        String text = Files.readString(profile);
        assertThat(text).contains("\"identity.database\"").doesNotContain(identifier());
        Path other = folder.resolve("other.json");
        guard("production", production, "postgres").name("billing").build().capture(other);
        assertThat(identity(Files.readString(other))).isNotEqualTo(identity(text));

        ParityGuard keyed = guard("production", production, "postgres")
                .variables(VariableSource.of(Map.of("PARITY_GUARD_IDENTITY_KEY", "k3y-of-production")))
                .build();
        assertThat(keyed.run().agrees()).isTrue();
        keyed.capture(profile);
        assertThat(Files.readString(profile)).doesNotContain("k3y-of-production");
        assertThat(keyed.run().findings()).isEmpty();
        assertThat(guard("staging", production, "postgres").build().run().findings())
                .extracting(Finding::fact)
                .containsExactly("identity.cluster");
    }

    private ParityGuard.Builder guard(String environment, PostgresServer server, String database) {
        return ParityGuard.builder()
                .environment(environment)
                .mode(Mode.ENFORCE)
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .service("orders-db", Target.url(server.url("app", "secret", database)));
    }

    private static String identity(String profile) {
        return profile.lines()
                .filter(line -> line.contains("identity.database"))
                .findFirst()
                .orElseThrow();
    }

    private static String identifier() throws SQLException {
        try (Connection connection = production.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT system_identifier FROM pg_control_system()")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
