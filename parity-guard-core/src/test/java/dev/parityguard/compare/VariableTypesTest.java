package dev.parityguard.compare;

import static dev.parityguard.compare.Contracts.findings;
import static dev.parityguard.compare.Contracts.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a variable is held to its type. */
class VariableTypesTest {
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
}
