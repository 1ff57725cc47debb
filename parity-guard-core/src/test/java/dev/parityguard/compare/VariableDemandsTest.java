package dev.parityguard.compare;

import static dev.parityguard.compare.Contracts.SECRET;
import static dev.parityguard.compare.Contracts.findings;
import static dev.parityguard.compare.Contracts.judge;
import static dev.parityguard.compare.Contracts.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a variable must be set, and when it must not. */
class VariableDemandsTest {
    @Test
    void missingVariableIsAnErrorThatNamesItsOwnerAndPurpose() {
        Finding finding = only(judge(
                        "'variables': {'PAYMENT_KEY': {" + SECRET
                                + ", 'why': 'charges cards', 'owner': 'team-payments'}}",
                        "production",
                        Map.of())
                .findings());

        assertThat(finding.id()).isEqualTo("environment.PAYMENT_KEY");
        assertThat(finding.service()).isEqualTo("environment");
        assertThat(finding.fact()).isEqualTo("PAYMENT_KEY");
        assertThat(finding.cause()).isEqualTo("missing");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.expected()).isEqualTo("a text, secret, at least 32 characters");
        assertThat(finding.actual()).isNull();
        assertThat(finding.why()).endsWith("(what it is for: charges cards)");
        assertThat(finding.fix()).isEqualTo("set it");
        assertThat(finding.owner()).isEqualTo("team-payments");
    }

    @ParameterizedTest
    @CsvSource({
        "production,  missing",
        "development, ",
    })
    void variableIsRequiredWhereItsContractSaysSo(String environment, @Nullable String cause) {
        List<Finding> findings = judge("'variables': {'V': {'requiredIn': ['production']}}", environment, Map.of())
                .findings();

        assertThat(findings).extracting(Finding::cause).isEqualTo(cause == null ? List.of() : List.of(cause));
    }

    @ParameterizedTest
    @CsvSource({
        "string,  smtp, smtp,  , missing",
        "string,  smtp, ses,   , ",
        "string,  smtp, ,      , ",
        "string,  smtp, ,      smtp, missing",
        "boolean, true, 1,     , missing",
        "boolean, true, off,   , ",
        "boolean, false, off,  , missing",
    })
    void variableIsRequiredWhileItsConditionHolds(
            String type, String condition, @Nullable String value, @Nullable String otherwise, @Nullable String cause) {
        String contracts = "'variables': {'MODE': {'required': false, 'type': '" + type + "'"
                + (otherwise == null ? "" : ", 'default': '" + otherwise + "'")
                + "}, 'V': {'requiredWhen': {'MODE': '" + condition + "'}}}";

        List<Finding> findings = judge(contracts, "production", value == null ? Map.of() : Map.of("MODE", value))
                .findings();

        assertThat(findings).extracting(Finding::cause).isEqualTo(cause == null ? List.of() : List.of(cause));
    }

    @Test
    void everyConditionMustHold() {
        String contracts = "'variables': {'V': {'requiredWhen': {'A': 'x', 'B': 'y'}}}";

        assertThat(judge(contracts, "production", Map.of("A", "x")).findings()).isEmpty();
        assertThat(judge(contracts, "production", Map.of("A", "x", "B", "y")).findings())
                .hasSize(1);
    }

    @Test
    void forbiddenVariableIsAnErrorWhereItIsSet() {
        String contracts = "'variables': {'DEBUG': {'type': 'boolean', 'forbiddenIn': ['production']}}";

        Finding finding =
                only(judge(contracts, "production", Map.of("DEBUG", "enabled")).findings());
        assertThat(finding.cause()).isEqualTo("forbidden");
        assertThat(finding.expected()).isEqualTo("not set");
        assertThat(finding.actual()).isEqualTo("set");
        assertThat(judge(contracts, "production", Map.of()).agreeing()).isEqualTo(1);
        assertThat(judge(contracts, "test", Map.of("DEBUG", "true")).findings()).isEmpty();
    }

    @Test
    void defaultWhenNotOfItsTypeThenToldWhereNothingElseIsSet() {
        String contract = "'variables': {'PORT': {'type': 'port', 'default': '80a'}}";

        Finding finding = only(judge(contract, "production", Map.of()).findings());

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.cause()).isEqualTo("type");
        assertThat(finding.actual()).startsWith("not set, and the default is ").doesNotContain("80a");
        assertThat(judge(contract, "production", Map.of("PORT", "8080")).findings())
                .isEmpty();
    }

    @Test
    void defaultWhenOnThisMachineThenToldWhereThatIsNotAccepted() {
        String contract = "'variables': {'CACHE_URL': {'type': 'uri', 'default': 'redis://localhost', "
                + "'noLocalhostIn': ['production']}}";

        assertThat(only(judge(contract, "production", Map.of()).findings()).actual())
                .isEqualTo("not set, and the default points to this machine");
        assertThat(judge(contract, "development", Map.of()).findings()).isEmpty();
    }

    @Test
    void defaultMakesVariableOptional() {
        assertThat(judge("'variables': {'PORT': {'type': 'port', 'default': '8080'}}", "production", Map.of())
                        .agreeing())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, DATABSE_URL,  DATABSE_URL is set: did you mean DATABASE_URL?",
        "DATABASE_URL, databaseUrl,  databaseUrl is set: did you mean DATABASE_URL?",
        "DB_PW,        DBPW,         DBPW is set: did you mean DB_PW?",
        "DATABASE_URL, DATABASE_URI, DATABASE_URI is set: did you mean DATABASE_URL?",
        "DATABASE_URL, DATAB_URL,    set it",
        "PORT,         SORT,         set it",
    })
    void nearMissIsHintedAt(String wanted, String set, String fix) {
        Finding finding = only(
                judge("'variables': {'" + wanted + "': {}}", "production", Map.of(set, "canary-value", "PATH", "/bin"))
                        .findings());

        assertThat(finding.fix()).isEqualTo(fix);
    }

    @Test
    void declaredVariableIsNoNearMiss() {
        Finding finding = only(judge(
                        "'variables': {'REPLICA_URL_1': {}, 'REPLICA_URL_2': {}}",
                        "production",
                        Map.of("REPLICA_URL_1", "x"))
                .findings());

        assertThat(finding.fix()).isEqualTo("set it");
    }

    @Test
    void environmentWithoutNameIsUnknownWhereContractsAskForIt() {
        Finding finding = only(judge("'variables': {'V': {'requiredIn': ['production']}}", null, Map.of())
                .findings());

        assertThat(finding.id()).isEqualTo("environment.environment-name");
        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(judge("'variables': {'V': {'forbiddenIn': ['x']}}", null, Map.of("V", "1"))
                        .findings())
                .hasSize(1);
        assertThat(judge("'variables': {'V': {'noLocalhostIn': ['x']}}", null, Map.of("V", "1"))
                        .findings())
                .hasSize(1);
        assertThat(judge("'variables': {'V': {}}", null, Map.of("V", "1")).findings())
                .isEmpty();
    }
}
