package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReaderTest {
    private static final String LEAST = "{\"format\":1,\"name\":\"orders\"}";

    private final Profile full = Refusals.read(Refusals.resource("full.json")).profile();

    @Test
    void profileWhenOnlyWhatIsDemandedThenTheRestIsEmpty() {
        assertThat(Refusals.read(LEAST).profile())
                .isEqualTo(new Profile("orders", null, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of()));
        assertThat(Refusals.read(LEAST.replace("}", ",\"rules\":[],\"services\":{},\"$schema\":\"no URI\"}"))
                        .profile())
                .isEqualTo(Refusals.read(LEAST).profile());
    }

    @Test
    void headWhenReadThenIsComplete() {
        assertThat(full.name()).isEqualTo("orders");
        assertThat(full.captured())
                .isEqualTo(new Profile.Captured(
                        "production", Instant.parse("2026-11-20T09:12:00Z"), "parity-guard 0.1.0"));
        assertThat(full.modes())
                .isEqualTo(Map.of(
                        "default", new EnvironmentPolicy(Mode.WARN, null),
                        "test", new EnvironmentPolicy(Mode.ENFORCE, null),
                        "production", new EnvironmentPolicy(Mode.ENFORCE, Severity.ERROR)));
    }

    @Test
    void policyWhenEnvironmentHasNoneThenIsTheDefault() {
        assertThat(full.policy("production")).isEqualTo(new EnvironmentPolicy(Mode.ENFORCE, Severity.ERROR));
        assertThat(full.policy("laptop")).isEqualTo(new EnvironmentPolicy(Mode.WARN, null));
        assertThat(full.policy(null)).isEqualTo(new EnvironmentPolicy(Mode.WARN, null));
        assertThat(Refusals.read(LEAST).profile().policy("laptop")).isNull();
    }

    @Test
    void servicesWhenReadThenAreComplete() {
        assertThat(full.services())
                .isEqualTo(Map.of(
                        "orders-db",
                        new ServiceExpectation(
                                "postgresql",
                                "${DATABASE_URL}",
                                null,
                                "team-orders",
                                "https://wiki.example/orders-db",
                                new TreeMap<>(),
                                new TreeMap<>(Map.of(
                                        "product", List.of("postgresql"),
                                        "setting.TimeZone", List.of("UTC"),
                                        "version", List.of("16.4", "17.1")))),
                        "cache",
                        new ServiceExpectation(
                                "redis",
                                "rediss://${CACHE_USER}:${CACHE_PASSWORD}@cache:6379",
                                "queue",
                                null,
                                null,
                                new TreeMap<>(Map.of("database", "1", "password", "${CACHE_PASSWORD}")),
                                new TreeMap<>(Map.of(
                                        "setting.maxmemory-policy", List.of("noeviction"),
                                        "version", List.of("7.2.4")))),
                        "uploads",
                        new ServiceExpectation("s3", null, null, null, null, new TreeMap<>(), new TreeMap<>())));
    }

    @Test
    void rulesWhenReadThenKeepTheirOrder() {
        assertThat(full.rules())
                .containsExactly(
                        rule("*/version", List.of(), Compare.MAJOR, List.of(), null, null, null),
                        rule("orders-db/version", List.of(), Compare.RANGE, List.of("[16,18)"), null, null, null),
                        rule(
                                "cache/version",
                                List.of("production", "staging"),
                                Compare.ONE_OF,
                                List.of("7.2.4", "8.0.1"),
                                null,
                                null,
                                null),
                        rule("orders-db/setting.jit", List.of(), null, List.of(), Severity.INFO, Severity.ERROR, null),
                        rule(
                                "orders-db/extension.pg_trgm",
                                List.of("development"),
                                null,
                                List.of(),
                                null,
                                null,
                                new Rule.Waiver(
                                        "search is stubbed locally", "team-orders", LocalDate.of(2027, 1, 31))));
    }

    @Test
    void variablesWhenReadThenAreComplete() {
        assertThat(full.variables())
                .containsOnlyKeys("DATABASE_URL", "DEBUG", "LEVEL", "PAYMENT_KEY", "PORT", "TENANT", "WORKERS");
        assertThat(full.variables().get("DATABASE_URL"))
                .isEqualTo(new VariableContract(
                        VariableContract.Type.URI,
                        true,
                        List.of(),
                        new TreeMap<>(),
                        List.of(),
                        null,
                        true,
                        0,
                        List.of("postgresql", "jdbc:postgresql"),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of("production"),
                        null,
                        null));
        assertThat(full.variables().get("TENANT"))
                .isEqualTo(new VariableContract(
                        VariableContract.Type.PATTERN,
                        false,
                        List.of(),
                        new TreeMap<>(Map.of("LEVEL", "debug", "PORT", "")),
                        List.of(),
                        null,
                        false,
                        0,
                        List.of(),
                        List.of(),
                        "[a-z]{2}-\\d+",
                        null,
                        null,
                        List.of(),
                        null,
                        null));
        assertThat(full.variables().get("WORKERS"))
                .isEqualTo(new VariableContract(
                        VariableContract.Type.INTEGER,
                        false,
                        List.of(),
                        new TreeMap<>(),
                        List.of(),
                        null,
                        false,
                        0,
                        List.of(),
                        List.of(),
                        null,
                        1L,
                        64L,
                        List.of(),
                        "how many orders at once",
                        null));
        assertThat(full.variables().get("LEVEL").values()).containsExactly("info", "debug");
        assertThat(full.variables().get("LEVEL").owner()).isEqualTo("team-orders");
        assertThat(full.variables().get("PORT").defaultValue()).isEqualTo("8080");
        assertThat(full.variables().get("PAYMENT_KEY").minLength()).isEqualTo(32);
        assertThat(full.variables().get("PAYMENT_KEY").type()).isEqualTo(VariableContract.Type.STRING);
        assertThat(full.variables().get("PAYMENT_KEY").requiredIn()).containsExactly("production", "staging");
        assertThat(full.variables().get("DEBUG").forbiddenIn()).containsExactly("production");
    }

    @Test
    void variableWhenNothingIsSaidThenIsRequired() {
        assertThat(variable("{}")).isEqualTo(VariableContract.of(VariableContract.Type.STRING));
        assertThat(variable("{\"required\":false}").required()).isFalse();
    }

    @Test
    void variableWhenAConditionIsSaidThenIsRequiredOnlySo() {
        assertThat(variable("{\"default\":\"\"}").required()).isFalse();
        assertThat(variable("{\"requiredIn\":[\"production\"]}").required()).isFalse();
        assertThat(variable("{\"requiredWhen\":{\"A\":\"b\"}}").required()).isFalse();
        assertThat(variable("{\"forbiddenIn\":[\"production\"]}").required()).isFalse();
        assertThat(variable("{\"forbiddenIn\":[\"production\"],\"required\":true}")
                        .required())
                .isTrue();
    }

    @Test
    void numbersWhenAtTheirLimitsThenAreRead() {
        VariableContract variable = variable(
                "{\"type\":\"integer\",\"min\":-9007199254740991,\"max\":9007199254740991,\"minLength\":2147483647}");

        assertThat(variable.min()).isEqualTo(-9007199254740991L);
        assertThat(variable.max()).isEqualTo(9007199254740991L);
        assertThat(variable.minLength()).isEqualTo(Integer.MAX_VALUE);
        assertThat(variable("{\"type\":\"integer\",\"min\":3,\"max\":3}").max()).isEqualTo(3L);
    }

    @Test
    void rangesWhenOpenThenAreRead() {
        for (String range : List.of("[16,18)", "[16,)", "(,18]", "(,)", " [ 16.4 , 16.4 ] ")) {
            assertThat(Refusals.read("{\"format\":1,\"name\":\"a\",\"rules\":[{\"fact\":\"*\",\"compare\":\"range\","
                                    + "\"value\":\"" + range + "\"}]}")
                            .profile()
                            .rules()
                            .get(0)
                            .values())
                    .containsExactly(range);
        }
    }

    @Test
    void keywordsWhenWrittenAsTheirIdsThenAreRead() {
        for (Compare compare : Compare.values()) {
            String rule = "{\"fact\":\"*\",\"compare\":\"" + compare.id() + "\",\"value\":\"[1,2]\"}";
            assertThat(Refusals.read("{\"format\":1,\"name\":\"a\",\"rules\":[" + rule + "]}")
                            .profile()
                            .rules()
                            .get(0)
                            .compare())
                    .isEqualTo(compare);
        }
        for (Mode mode : Mode.values()) {
            assertThat(Refusals.read("{\"format\":1,\"name\":\"a\",\"modes\":{\"x\":\"" + mode.id() + "\"}}")
                            .profile()
                            .policy("x"))
                    .isEqualTo(new EnvironmentPolicy(mode, null));
        }
    }

    @Test
    void textWhenReadInAnyWayThenIsTheSame(@TempDir Path folder) throws IOException {
        String text = "\uFEFF" + LEAST.replace(",", ",\r\n");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("parity-profile.json"), bytes);
        InputStream stream = new ByteArrayInputStream(bytes);

        assertThat(ProfileReader.read(file).source()).isEqualTo(file.toString());
        for (ProfileDocument document :
                List.of(ProfileReader.read(file), ProfileReader.read(stream, "s"), ProfileReader.read(bytes, "b"))) {
            assertThat(document.profile().name()).isEqualTo("orders");
            assertThat(document.text()).isEqualTo(text);
            assertThat(document.fingerprint()).isEqualTo(Refusals.read(LEAST).fingerprint());
        }
    }

    @Test
    void fingerprintWhenLaidOutOtherwiseThenIsTheSame() {
        ProfileDocument one = Refusals.read("{\"format\":1,\"name\":\"\\u00e4\",\"rules\":[],\"variables\":"
                + "{\"V\":{\"type\":\"integer\",\"min\":-0,\"secret\":true,\"required\":false}}}");
        ProfileDocument other = Refusals.read("{ \"variables\": {\"V\":{ \"required\":false,\"min\":0,\"type\":"
                + "\"integer\",\"secret\":true}},\n\"rules\": [ ],\"name\":\"ä\",\"format\":1}");
        String canonical = "{\"format\":1,\"name\":\"ä\",\"rules\":[],\"variables\":"
                + "{\"V\":{\"min\":0,\"required\":false,\"secret\":true,\"type\":\"integer\"}}}";

        assertThat(one.fingerprint())
                .isEqualTo(other.fingerprint())
                .isEqualTo(one.fingerprint())
                .isEqualTo(Fingerprint.of(canonical));
        assertThat(Refusals.read("{\"format\":1,\"name\":\"a\",\"rules\":[{\"fact\":\"*\",\"value\":[\"a\",\"b\"]}]}")
                        .fingerprint())
                .isEqualTo(Fingerprint.of(
                        "{\"format\":1,\"name\":\"a\",\"rules\":[{\"fact\":\"*\",\"value\":[\"a\",\"b\"]}]}"));
    }

    @Test
    void fingerprintWhenAValueDiffersThenDiffers() {
        assertThat(Refusals.read(LEAST).fingerprint())
                .isNotEqualTo(Refusals.read(LEAST.replace("orders", "order")).fingerprint());
    }

    private static VariableContract variable(String contract) {
        return Refusals.read("{\"format\":1,\"name\":\"a\",\"variables\":{\"V\":" + contract + "}}")
                .profile()
                .variables()
                .get("V");
    }

    private static Rule rule(
            String fact,
            List<String> in,
            Compare compare,
            List<String> values,
            Severity severity,
            Severity unknown,
            Rule.Waiver waiver) {
        return new Rule(fact, in, compare, values, severity, unknown, waiver);
    }
}
