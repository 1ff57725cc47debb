package dev.parityguard.compare;

import static dev.parityguard.compare.Contracts.findings;
import static dev.parityguard.compare.Contracts.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesComparisonTest {
    private static final String SECRET = "'type': 'string', 'secret': true, 'minLength': 32";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer  | 42
            integer  | -7
            integer  | +7
            port     | 1
            port     | 65535
            boolean  | TRUE
            boolean  | no
            boolean  | On
            boolean  | 0
            uri      | https://hooks.example/a?b=c#d
            uri      | jdbc:postgresql://db-1.example,db-2.example:5433/orders?password=50%
            uri      | mongodb://a.example:27017,b.example:27017/orders
            uri      | redis://:s%40@[2001:db8::1]:6379/0
            uri      | postgresql:///orders
            uri      | mailto:orders@shop.example
            duration | 30s
            duration | 250ms
            duration | 1.5h
            duration | PT15M
            duration | 0s
            json     | {"a": [1, 2, {"b": null}]}
            json     | "text"
            path     | /srv/orders
            path     | relative/file name
            base64   | aGVsbG8=
            base64   | aGVsbG8
            base64   | _-_-
            base64   | +/+/
            string   | anything goes: {} $5 100% a@b
            """)
    void valueOfItsTypeAgrees(String type, String value) {
        assertThat(findings("V", "'type': '" + type + "'", value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer  | 4.2        | set, but it is not an integer
            integer  | 1_000      | set, but it is not an integer
            integer  | ٣          | set, but it is not an integer
            integer  | 9999999999999999999 | set, but it is out of range
            port     | 0          | set, but it is out of range
            port     | 65536      | set, but it is out of range
            port     | http       | set, but it is not an integer
            port     | tcp://10.0.0.5:6432 | set, but it is an address, not a port
            port     | udp://10.0.0.5:53   | set, but it is an address, not a port
            boolean  | enabled    | set, but it is no boolean
            boolean  | t          | set, but it is no boolean
            uri      | db.example:5432      | set, but it is not a URI: it is a host and a port without a scheme
            uri      | db.example/orders    | set, but it is not a URI: it has no scheme
            uri      | https://a b          | set, but it is not a URI: it holds blanks or control characters
            uri      | https://u:50%@h/     | set, but it is not a URI: a percent sign in it is not followed by two hexadecimal digits
            uri      | https://u:p%4@h/     | set, but it is not a URI: a percent sign in it is not followed by two hexadecimal digits
            uri      | https://u:p/w@h/     | set, but it is not a URI: what follows its host is no port number
            uri      | https://h:65536/     | set, but it is not a URI: what follows its host is no port number
            duration | 30         | set, but it is a number without a unit
            duration | 5 minutes  | set, but it is not a duration
            duration | PT-5M      | set, but it is not a duration
            json     | {"a": 1    | set, but it is not JSON
            json     | {} {}      | set, but it is not JSON
            json     | {a: 1}     | set, but it is not JSON
            path     | ~/orders   | set, but it begins with ~
            path     | ~          | set, but it begins with ~
            base64   | aGVsbG8==  | set, but it is not Base64
            base64   | aGVsb      | set, but it is not Base64
            base64   | a+b_       | set, but it is not Base64
            base64   | aGVs bG8=  | set, but it is not Base64
            """)
    void valueOfAnotherTypeIsAnError(String type, String value, String actual) {
        Finding finding = only(findings("V", "'type': '" + type + "'", value));

        assertThat(finding.actual()).isEqualTo(actual);
        assertThat(finding.cause()).isIn("type", "out of range");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.outcome()).isEqualTo(Outcome.MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"9,false", "10,true", "20,true", "21,false"})
    void integerIsHeldToItsRange(String value, boolean agrees) {
        assertThat(findings("WORKERS", "'type': 'integer', 'min': 10, 'max': 20", value)
                        .isEmpty())
                .isEqualTo(agrees);
    }

    @Test
    void controlCharactersInPathAreAnError() {
        assertThat(only(findings("V", "'type': 'path'", "/srv\u0000/a")).actual())
                .isEqualTo("set, but it holds control characters");
    }

    @Test
    void kubernetesServiceLinkIsExplained() {
        assertThat(only(findings("DB_PORT", "'type': 'port'", "tcp://10.0.0.5:6432"))
                        .fix())
                .isEqualTo("rename DB_PORT or set enableServiceLinks: false in the pod");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql,          postgres,    ERROR,   ': postgres',    write postgresql:// in place of postgres://",
        "redis,               rediss,      WARNING, ': rediss',      'make sure that the client turns TLS on, then accept rediss in the contract'",
        "rediss,              redis,       ERROR,   ': redis',       write rediss:// and the port on which the server speaks TLS",
        "https,               http,        ERROR,   ': http',        give the address of a service with the scheme https",
        "jdbc:postgresql,     jdbc:h2,     ERROR,   ': jdbc:h2',     give the address of a service with the scheme jdbc:postgresql",
        "https,               hunter2,     ERROR,   '',              give the address of a service with the scheme https"
    })
    void anotherSchemeIsToldOnlyWhenItIsWellKnown(
            String accepted, String found, Severity severity, String told, String fix) {
        Finding finding =
                only(findings("URL", "'type': 'uri', 'schemes': ['" + accepted + "']", found + "://db.example/orders"));

        assertThat(finding.cause()).isEqualTo("scheme");
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.actual()).isEqualTo("set, but it has another scheme" + told);
        assertThat(finding.fix()).isEqualTo(fix);
        assertThat(finding.expected()).isEqualTo("a URI with scheme " + accepted);
    }

    @Test
    void acceptedSchemesAgreeInAnyCase() {
        String contract = "'type': 'uri', 'schemes': ['postgresql', 'jdbc:postgresql']";

        assertThat(findings("URL", contract, "PostgreSQL://db.example/orders")).isEmpty();
        assertThat(findings("URL", contract, "jdbc:postgresql://db.example/orders"))
                .isEmpty();
    }

    @Test
    void enumIsHeldToItsValues() {
        String contract = "'type': 'enum', 'values': ['info', 'debug']";

        assertThat(findings("LOG_LEVEL", contract, "debug")).isEmpty();
        assertThat(only(findings("LOG_LEVEL", contract, "DEBUG")).actual())
                .isEqualTo("set, but it is an accepted value in another case of letters");
        Finding other = only(findings("LOG_LEVEL", contract, "trace"));
        assertThat(other.actual()).isEqualTo("set, but it is none of the accepted values");
        assertThat(other.expected()).isEqualTo("info or debug");
        assertThat(other.fix()).isEqualTo("write one of info, debug");
    }

    @Test
    void patternMatchesWholeValue() {
        String contract = "'type': 'pattern', 'pattern': '[a-z]{2}-[0-9]'";

        assertThat(findings("REGION", contract, "eu-1")).isEmpty();
        assertThat(only(findings("REGION", contract, "eu-10")).cause()).isEqualTo("type");
    }

    @Test
    void patternThatWouldTakeForeverIsUnknown() {
        Finding finding = only(findings("V", "'type': 'pattern', 'pattern': '((a|aa)+)\\\\1b'", "a".repeat(60)));

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.cause()).isEqualTo("unreadable answer");
        assertThat(finding.actual()).isNull();
    }

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

    @Test
    void everythingWrongIsOneFindingWithTheWorstFirst() {
        Finding finding = only(findings(
                "V",
                "'type': 'uri', 'secret': true, 'minLength': 99, 'noLocalhostIn': ['production'],"
                        + " 'schemes': ['amqps']",
                "\"amqp://guest:guest@localhost:5672/\"\n"));

        assertThat(finding.cause()).isEqualTo("placeholder secret");
        assertThat(finding.actual())
                .isEqualTo(
                        "set, but it is a placeholder that everybody knows and has another scheme: amqp and is shorter"
                                + " than 99 characters and points to this machine and has quotes around it and ends with a"
                                + " line break");
        assertThat(finding.fix().split("; ")).hasSize(6);
        assertThat(finding.expected())
                .isEqualTo("a URI with scheme amqps, secret, at least 99 characters, not on this machine");
    }

    @Test
    void errorComesBeforeWarningWhateverItsCause() {
        Finding finding = only(findings("V", "'minLength': 9", " value"));

        assertThat(finding.cause()).isEqualTo("too short");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
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
    void undeclaredVariablesAreLeftAlone() {
        VariablesJudgement judgement =
                judge("'variables': {}", "production", Map.of("CI", "", "HOME", "${X}", "SECRET_KEY", "changeme"));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.agreeing()).isZero();
    }

    @Test
    void twoSecretsWithOtherValuesBothAgree() {
        assertThat(findings("V", SECRET, "b7e1c0de5f9a4d3e8c2a1f0b6d4e9a7c")).isEmpty();
        assertThat(findings("V", SECRET, "Zm9yIHRoZSBsb3ZlIG9mIGVudHJvcHksIG1vcmUh"))
                .isEmpty();
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

    @Test
    void rulesMoveExcuseAndSilenceFindings() {
        String contracts = "'variables': {'A': {}, 'B': {}, 'C': {}, 'D': {}}, 'rules': ["
                + "{'fact': 'environment/A', 'severity': 'info'},"
                + "{'fact': 'environment/B', 'compare': 'ignore'},"
                + "{'fact': 'environment/C', 'waive': 'comes with the next release', 'owner': 'me', 'until': '2026-11-21'},"
                + "{'fact': 'environment/D', 'waive': 'came', 'owner': 'me', 'until': '2026-11-20'}]";

        VariablesJudgement judgement = judge(contracts, "production", Map.of());

        assertThat(judgement.findings()).extracting(Finding::fact).containsExactly("A", "C", "D");
        assertThat(judgement.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO, Severity.INFO, Severity.ERROR);
        assertThat(judgement.findings().get(1).waiver())
                .isEqualTo(new Finding.Waived("comes with the next release", "me", "2026-11-21"));
        assertThat(judgement.findings().get(2).waiver()).isNull();
        assertThat(judgement.agreeing()).isZero();
    }

    @Test
    void originIsToldWhenItIsKnown() {
        VariableSource source = new VariableSource() {
            @Override
            public @Nullable String get(String name) {
                return name.equals("A") ? "" : null;
            }

            @Override
            public Set<String> names() {
                return Set.of("A");
            }

            @Override
            public String origin(String name) {
                return "application.yaml";
            }
        };

        List<Finding> findings = new VariablesComparison(
                        Contracts.profile("'variables': {'A': {}, 'B': {}}"), "production", Contracts.TODAY)
                .judge(source)
                .findings();

        assertThat(findings).extracting(Finding::source).containsExactly("application.yaml", null);
    }

    @Test
    void sourceThatFailsIsUnknownAndItsMessageStaysInside() {
        VariableSource source = new VariableSource() {
            @Override
            public String get(String name) {
                throw new IllegalArgumentException("canary-value");
            }

            @Override
            public Set<String> names() {
                return Set.of();
            }
        };

        Finding finding =
                only(new VariablesComparison(Contracts.profile("'variables': {'A': {}}"), "production", Contracts.TODAY)
                        .judge(source)
                        .findings());

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.why()).isEqualTo("reading it failed: IllegalArgumentException");
        assertThat(finding.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "integer", "port", "boolean", "uri", "duration", "json", "path", "base64"})
    void noPartOfTheValueIsEverTold(String type) {
        for (String value : List.of(
                "canary://canary:canary@localhost:canary/canary?canary=${canary}",
                "canary%canary~",
                " \"canary:1\" ",
                "canary:canary@localhost",
                "~/canary\u0001")) {
            List<Finding> findings = findings(
                    "V",
                    "'type': '" + type + "', 'secret': true, 'minLength': 500, 'noLocalhostIn': ['production']",
                    value);
            assertThat(findings).hasSize(1);
            assertThat(findings.toString()).doesNotContainIgnoringCase("canary");
        }
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
