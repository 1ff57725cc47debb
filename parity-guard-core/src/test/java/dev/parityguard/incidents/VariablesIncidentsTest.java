package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.ParityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Public incidents about environment variables: the first environment agrees, the second is found out. */
class VariablesIncidentsTest {
    @TempDir
    Path folder;

    private Incident incident;

    @BeforeEach
    void readIncident(TestInfo test) {
        incident = test.getTestMethod().orElseThrow().getAnnotation(Incident.class);
    }

    @Test
    @Incident(value = "I34", fact = "environment.DATABASE_URL", severity = Severity.ERROR)
    void unsetUrlWouldFallBackToAFile() throws IOException {
        found(
                "\"DATABASE_URL\": { \"type\": \"uri\", \"schemes\": [\"postgresql\"], \"secret\": true }",
                Map.of("DATABASE_URL", "postgresql://app@db.example/math"),
                Map.of(),
                "missing");
    }

    @Test
    @Incident(value = "I58", fact = "environment.CODE_MANAGER_ID", severity = Severity.ERROR)
    void newVariablesAreNotSetEverywhere() throws IOException {
        ParityReport report = found(
                "\"CODE_MANAGER_ID\": { \"type\": \"string\" }, \"CODE_MANAGER_KEY\": { \"type\": \"string\" }",
                Map.of("CODE_MANAGER_ID", "addons", "CODE_MANAGER_KEY", "blue"),
                Map.of("CODE_MANGER_ID", "addons"),
                "missing");

        assertThat(report.findings())
                .as("all at once, with a hint at the near miss")
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding.fix()).contains("CODE_MANGER_ID"));
    }

    @Test
    @Incident(value = "I59", fact = "environment.DATABASE_URL", severity = Severity.ERROR)
    void platformIssuesAnotherSpellingOfTheScheme() throws IOException {
        found(
                "\"DATABASE_URL\": { \"type\": \"uri\", \"schemes\": [\"postgresql\"] }",
                Map.of("DATABASE_URL", "postgresql://db.example/links"),
                Map.of("DATABASE_URL", "postgres://db.example/links"),
                "scheme");
    }

    @Test
    @Incident(value = "I60", fact = "environment.FLAG", severity = Severity.ERROR)
    void textThatIsNoBooleanWouldSwitchTheFeatureOn() throws IOException {
        found("\"FLAG\": { \"type\": \"boolean\" }", Map.of("FLAG", "false"), Map.of("FLAG", "disabled"), "type");
    }

    @Test
    @Incident(value = "I61", fact = "environment.SECRET_KEY", severity = Severity.ERROR)
    void placeholderThatEverybodyKnowsSignsSessions() throws IOException {
        found(
                "\"SECRET_KEY\": { \"type\": \"string\", \"secret\": true, \"minLength\": 16 }",
                Map.of("SECRET_KEY", "9f2c61d7a4e8b3059f2c61d7a4e8b305"),
                Map.of("SECRET_KEY", "dev-secret-key-change-me"),
                "placeholder secret");
    }

    @Test
    @Incident(value = "I62", fact = "environment.DB_PORT", severity = Severity.ERROR)
    void portThatIsNoNumberWouldBecomeTheDefault() throws IOException {
        found(
                "\"DB_PORT\": { \"type\": \"port\" }",
                Map.of("DB_PORT", "6432"),
                Map.of("DB_PORT", "tcp://10.0.0.5:6432"),
                "type");
    }

    @Test
    @Incident(value = "I63", fact = "environment.REDIS_URL", severity = Severity.WARNING)
    void providerChangesToTls() throws IOException {
        found(
                "\"REDIS_URL\": { \"type\": \"uri\", \"schemes\": [\"redis\"] }",
                Map.of("REDIS_URL", "redis://cache.example:6379"),
                Map.of("REDIS_URL", "rediss://cache.example:6379"),
                "scheme");
    }

    @Test
    @Incident("B18")
    void declaredAsFreeOrNotDeclaredAtAll() throws IOException {
        String contract = "\"LOG_LEVEL\": { \"type\": \"string\" }, \"PORT\": { \"type\": \"port\" },"
                + " \"BASE_URL\": { \"type\": \"uri\" }";

        for (Map<String, String> environment : List.of(
                Map.of("LOG_LEVEL", "debug", "PORT", "8080", "BASE_URL", "http://dev.example", "HOME", "/home/a"),
                Map.of("LOG_LEVEL", "info", "PORT", "80", "BASE_URL", "https://shop.example", "CI", "true"))) {
            assertThat(check(contract, environment).findings()).isEmpty();
        }
    }

    private ParityReport found(String contract, Map<String, String> good, Map<String, String> bad, String cause)
            throws IOException {
        assertThat(check(contract, good).findings()).isEmpty();
        ParityReport report = check(contract, bad);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals(incident.fact()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(incident.severity());
                    assertThat(finding.cause()).isEqualTo(cause);
                });
        return report;
    }

    private ParityReport check(String contract, Map<String, String> variables) throws IOException {
        Path profile = Files.writeString(
                folder.resolve("parity-profile.json"),
                "{ \"format\": 1, \"name\": \"orders\", \"variables\": { " + contract + " } }");
        return ParityGuard.builder()
                .servicesOnly()
                .profile(profile.toString())
                .variables(VariableSource.of(variables))
                .build()
                .run();
    }
}
