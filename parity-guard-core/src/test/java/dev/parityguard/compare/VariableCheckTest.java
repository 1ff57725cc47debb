package dev.parityguard.compare;

import static dev.parityguard.compare.Contracts.SECRET;
import static dev.parityguard.compare.Contracts.findings;
import static dev.parityguard.compare.Contracts.judge;
import static dev.parityguard.compare.Contracts.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left around or in a value that is none. */
class VariableCheckTest {
    @ParameterizedTest
    @CsvSource({
        "'''type'': ''string''',                                 ERROR",
        "'''type'': ''string'', ''secret'': true',               ERROR",
        "'''type'': ''integer'', ''default'': ''1''',            WARNING",
        "'''type'': ''string'', ''secret'': true, ''required'': false', WARNING",
        "'''type'': ''string'', ''required'': false',            "
    })
    void emptyValueIsNotTakenForNone(String contract, @Nullable Severity severity) {
        for (String empty : List.of("", "  ", "\n", "''", "\"\"")) {
            List<Finding> findings = findings("V", contract, empty);
            assertThat(findings)
                    .extracting(Finding::severity)
                    .isEqualTo(severity == null ? List.of() : List.of(severity));
            assertThat(findings).allMatch(f -> f.cause().equals("empty"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://${DB_HOST}/orders",
                "${DB_HOST:-db}",
                "$(DB_HOST)",
                "{{ .Values.host }}",
                "$DB_HOST",
                "%DB_HOST%",
                "@db.host@",
                "__DB_HOST__",
                "#{DbHost}",
                "%(db_host)s"
            })
    void referenceThatNobodyResolvedIsTheOnlyThingTold(String value) {
        Finding finding = only(findings("V", "'type': 'uri', 'schemes': ['https']", value));

        assertThat(finding.cause()).isEqualTo("unresolved reference");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.actual()).isEqualTo("set, but it still holds a reference that nobody resolved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$5 off",
                "$2y$10$abc",
                "100%",
                "a {b} c",
                "me@home.example",
                "__init",
                "$lower",
                "${}",
                "%d{HH} %m%n"
            })
    void textThatOnlyLooksLikeReferenceAgrees(String value) {
        assertThat(findings("V", "'type': 'string'", value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "string,  'value\n',   ends with a line break,      WARNING",
        "string,  'value\r',   ends with a line break,      WARNING",
        "string,  ' value',    has white space around it,   WARNING",
        "string,  'value\u00a0', has white space around it, WARNING",
        "string,  '\ufeffvalue', has white space around it, WARNING",
        "string,  'value\u200b', has white space around it, WARNING",
        "port,    '6432 ',     has white space around it,   ERROR",
        "boolean, 'true\n',    ends with a line break,      ERROR",
        "string,  '\"value\"', has quotes around it,        WARNING",
        "port,    '\"6432\"',  has quotes around it,        ERROR",
    })
    void whatWasLeftAroundTheValueIsTold(String type, String value, String actual, Severity severity) {
        Finding finding = only(judge("'variables': {'V': {'type': '" + type + "'}}", "production", Map.of("V", value))
                .findings());

        assertThat(finding.actual()).isEqualTo("set, but it " + actual);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.cause()).isEqualTo(actual.contains("quotes") ? "quotes" : "white space");
    }

    @Test
    void lineBreakAfterSecretIsAnError() {
        assertThat(only(findings("V", "'secret': true", "k3yT0the/k1ngd0m\n")).severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void whiteSpaceAroundJsonAgrees() {
        assertThat(findings("V", "'type': 'json'", " {}\n")).isEmpty();
        assertThat(only(findings("V", "'type': 'json'", "'{}'")).cause()).isEqualTo("quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"a", "a\"", "\"a'"})
    void singleQuoteIsPartOfTheValue(String value) {
        assertThat(findings("V", "'type': 'string'", value)).isEmpty();
    }

    @Test
    void lengthIsToldOnlyAgainstTheDemandedOne() {
        Finding finding = only(findings("V", SECRET, "k3yT0the/k1ngd0m"));

        assertThat(finding.cause()).isEqualTo("too short");
        assertThat(finding.actual()).isEqualTo("set, but it is shorter than 32 characters");
        assertThat(findings("V", SECRET, "k3yT0the/k1ngd0mk3yT0the/k1ngd0m")).isEmpty();
        assertThat(findings("V", SECRET, "k3yT0the/k1ngd0mk3yT0the/k1ngd0")).hasSize(1);
        assertThat(only(findings("V", "'minLength': 5", "four")).why())
                .isEqualTo("the application relies on that length");
    }

    @ParameterizedTest
    @CsvSource({
        "uri,    https://localhost:8080/,            true",
        "uri,    https://127.0.0.1/,                 true",
        "uri,    'jdbc:postgresql://db.example,localhost:5433/orders', true",
        "uri,    redis://:s3cr@[::1]:6379,           true",
        "uri,    https://host.docker.internal/,      true",
        "uri,    https://orders.localhost/,          true",
        "string, localhost,                          true",
        "string, LOCALHOST:9092,                     true",
        "string, 'kafka:9092, 0.0.0.0:9092',         true",
        "string, 'PLAINTEXT://localhost:9092',       true",
        "string, ::1,                                true",
        "uri,    https://localhost.example/,         false",
        "uri,    https://db.example/localhost,       false",
        "uri,    https://localhost:pw@db.example/,   false",
        "string, db.example,                         false",
        "string, 127.example,                        false",
        "uri,    mailto:orders@localhost,            false",
    })
    void thisMachineIsFoundWhereTheContractForbidsIt(String type, String value, boolean found) {
        List<Finding> findings = findings("V", "'type': '" + type + "', 'noLocalhostIn': ['production']", value);

        assertThat(findings).hasSize(found ? 1 : 0).allMatch(f -> f.cause().equals("localhost"));
        assertThat(findings("V", "'type': '" + type + "', 'noLocalhostIn': ['staging']", value))
                .isEmpty();
    }
}
