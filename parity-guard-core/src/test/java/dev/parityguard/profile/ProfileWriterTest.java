package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileWriterTest {
    private static final Profile.Captured BEFORE =
            new Profile.Captured("production", Instant.parse("2026-11-20T09:12:00Z"), "parity-guard 0.1.0");
    private static final Profile.Captured NOW =
            new Profile.Captured("eu-west", Instant.parse("2026-12-01T00:00:00Z"), "parity-guard 0.2.0");
    private static final String FULL = Refusals.resource("full.json");

    private static final SortedMap<String, CapturedService> TWO = services(Map.of(
            "orders-db",
            new CapturedService(
                    "postgresql",
                    new TreeMap<>(
                            Map.of("version", "16.4", "product", "postgresql", "behaviour.sort_order", "a \"b\" ä")),
                    List.of(),
                    "${DATABASE_URL}",
                    null,
                    new TreeMap<>()),
            "uploads",
            new CapturedService(
                    "s3",
                    new TreeMap<>(),
                    List.of(),
                    null,
                    "archive",
                    new TreeMap<>(Map.of("bucket", "orders-uploads", "region", "eu-west-1")))));

    @Test
    void profileWhenNewThenShowsWhatAProfileIs() {
        assertThat(ProfileWriter.create("orders", BEFORE, TWO)).isEqualTo("""
                {
                  "$schema": "https://parityguard.dev/schema/parity-profile-1.json",
                  "format": 1,
                  "name": "orders",
                  "captured": { "environment": "production", "at": "2026-11-20T09:12:00Z", "by": "parity-guard 0.1.0" },
                  "modes": { "default": "warn" },
                  "variables": {},
                  "services": {
                    "orders-db": {
                      "kind": "postgresql",
                      "url": "${DATABASE_URL}",
                      "facts": {
                        "behaviour.sort_order": "a \\"b\\" ä",
                        "product": "postgresql",
                        "version": "16.4"
                      }
                    },
                    "uploads": {
                      "kind": "s3",
                      "use": "archive",
                      "properties": {
                        "bucket": "orders-uploads",
                        "region": "eu-west-1"
                      },
                      "facts": {}
                    }
                  },
                  "rules": []
                }
                """);
    }

    @Test
    void profileWhenNewAndNothingWasSeenThenIsReadable() {
        Profile.Captured nowhere = new Profile.Captured(null, BEFORE.at(), "x");

        assertThat(ProfileWriter.create("orders", nowhere, new TreeMap<>()))
                .contains("\"captured\": { \"at\": \"2026-11-20T09:12:00Z\", \"by\": \"x\" }", "\"services\": {},");
    }

    @Test
    void profileWhenCapturedAgainWithoutChangeThenStaysAsItIs() {
        ProfileDocument document = Refusals.read(ProfileWriter.create("orders", BEFORE, TWO));

        assertThat(ProfileWriter.refresh(document, NOW, TWO)).isEqualTo(document.text());
        assertThat(ProfileWriter.merge(document, NOW, TWO)).isEqualTo(document.text());
        assertThat(ProfileWriter.refresh(document, NOW, new TreeMap<>())).isEqualTo(document.text());
    }

    @Test
    void factsWhenChangedThenTheyAndTheCaptureAreReplacedAndNothingElse() {
        String refreshed =
                ProfileWriter.refresh(Refusals.read(FULL), NOW, seen("cache", "redis", Map.of("version", "8.0.1")));

        assertThat(refreshed)
                .isEqualTo(FULL.replace("\"environment\": \"production\"", "\"environment\": \"eu-west\"")
                        .replace("2026-11-20T09:12:00Z", "2026-12-01T00:00:00Z")
                        .replace("parity-guard 0.1.0", "parity-guard 0.2.0")
                        .replace("        \"setting.maxmemory-policy\": \"noeviction\",\n", "")
                        .replace("\"version\": \"7.2.4\"", "\"version\": \"8.0.1\""));
    }

    @Test
    void factsWhenTheyCouldNotBeLookedAtThenAreKept() {
        CapturedService seen = CapturedService.of(
                "redis",
                Facts.builder().put("version", "8.0.1").build(),
                List.of(
                        new Unknown("setting.*", Unknown.Cause.NOT_PERMITTED, "CONFIG GET"),
                        new Unknown("version", Unknown.Cause.UNREADABLE, "INFO")));

        Profile refreshed = Refusals.read(
                        ProfileWriter.refresh(Refusals.read(FULL), NOW, services(Map.of("cache", seen))))
                .profile();

        assertThat(refreshed.services().get("cache").facts())
                .isEqualTo(Map.of("setting.maxmemory-policy", List.of("noeviction"), "version", List.of("8.0.1")));
    }

    @Test
    void valuesWhenMergedThenTheOnesThatDifferBecomeOneOfSeveral() {
        ProfileDocument document = Refusals.read(FULL);
        Map<String, String> here = Map.of("version", "16.4", "setting.TimeZone", "GMT", "extension.pg_trgm", "1.6");

        String merged = ProfileWriter.merge(document, NOW, seen("orders-db", "postgresql", here));

        assertThat(Refusals.read(merged).profile().services().get("orders-db").facts())
                .isEqualTo(Map.of(
                        "product", List.of("postgresql"),
                        "version", List.of("16.4", "17.1"),
                        "setting.TimeZone", List.of("GMT", "UTC"),
                        "extension.pg_trgm", List.of("1.6")));
        assertThat(merged).contains("\"setting.TimeZone\": [\"GMT\", \"UTC\"],\n");
    }

    @Test
    void severalValuesWhenCapturedFromOneThenBecomeOne() {
        String refreshed = ProfileWriter.refresh(
                Refusals.read(FULL), NOW, seen("orders-db", "postgresql", Map.of("version", "17.1")));

        assertThat(Refusals.read(refreshed)
                        .profile()
                        .services()
                        .get("orders-db")
                        .facts())
                .isEqualTo(Map.of("version", List.of("17.1")));
    }

    @Test
    void captureAndFactsWhenTheProfileHasNoneThenAreAdded() {
        String text = """
                {
                \t"format": 1,
                \t"name": "orders",
                \t"services": {
                \t\t"a": {
                \t\t\t"kind": "redis"
                \t\t},
                \t\t"b": { "kind": "redis" }
                \t},
                \t"rules": [ ]
                }
                """;
        SortedMap<String, CapturedService> seen = seen("a", "redis", Map.of("version", "7"));
        seen.put("b", new CapturedService("redis", new TreeMap<>(), List.of(), null, null, new TreeMap<>()));
        seen.put("c", new CapturedService("s3", new TreeMap<>(), List.of(), null, null, new TreeMap<>()));

        assertThat(ProfileWriter.refresh(Refusals.read(text), NOW, seen)).isEqualTo("""
                {
                \t"format": 1,
                \t"name": "orders",
                \t"captured": { "environment": "eu-west", "at": "2026-12-01T00:00:00Z", "by": "parity-guard 0.2.0" },
                \t"services": {
                \t\t"a": {
                \t\t\t"kind": "redis",
                \t\t\t"facts": {
                \t\t\t\t"version": "7"
                \t\t\t}
                \t\t},
                \t\t"b": { "kind": "redis", "facts": {} },
                \t\t"c": {
                \t\t\t"kind": "s3",
                \t\t\t"facts": {}
                \t\t}
                \t},
                \t"rules": [ ]
                }
                """);
    }

    @Test
    void servicesWhenTheProfileHasNoneThenAreAdded() {
        SortedMap<String, CapturedService> seen = seen("a", "redis", Map.of("version", "7"));
        seen.putAll(seen("b", "s3", Map.of()));
        String added = """
                "services": {
                    "a": {
                      "kind": "redis",
                      "facts": {
                        "version": "7"
                      }
                    },
                    "b": {
                      "kind": "s3",
                      "facts": {}
                    }
                  }""";
        String captured = "\"captured\": " + Layout.captured(NOW);

        assertThat(ProfileWriter.refresh(Refusals.read("{\n  \"format\": 1,\n  \"name\": \"x\"\n}"), NOW, seen))
                .isEqualTo("{\n  \"format\": 1,\n  \"name\": \"x\",\n  " + added + ",\n  " + captured + "\n}");
        assertThat(ProfileWriter.refresh(
                        Refusals.read("{\n  \"services\": {},\n  \"format\": 1,\n  \"name\": \"x\"\n}"), NOW, seen))
                .isEqualTo("{\n  " + added + ",\n  \"format\": 1,\n  \"name\": \"x\",\n  " + captured + "\n}");
    }

    @Test
    void textWhenOnOneLineThenStaysSoAsFarAsItIsThePeoples() {
        String text = "{\"name\":\"x\",\"format\":1,\"services\":{\"a\":{\"kind\":\"redis\",\"facts\":{\"v\":\"1\"}}}}";

        assertThat(ProfileWriter.refresh(Refusals.read(text), NOW, seen("a", "redis", Map.of("v", "2"))))
                .isEqualTo("{\"name\":\"x\", \"captured\": " + Layout.captured(NOW)
                        + ",\"format\":1,\"services\":{\"a\":{\"kind\":\"redis\",\"facts\":{\n  \"v\": \"2\"\n}}}}");
    }

    @Test
    void textWhenWrittenOnWindowsThenStaysSo() {
        String text = "\uFEFF" + FULL.replace("\n", "\r\n");

        String refreshed =
                ProfileWriter.refresh(Refusals.read(text), NOW, seen("cache", "redis", Map.of("version", "8")));

        assertThat(refreshed)
                .startsWith("\uFEFF{\r\n")
                .contains("\"facts\": {\r\n        \"version\": \"8\"\r\n      }");
        assertThat(refreshed.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void kindWhenAnotherOneAnswersThenThePersonDecides() {
        assertThatThrownBy(() -> ProfileWriter.refresh(Refusals.read(FULL), NOW, seen("cache", "mysql", Map.of())))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessage("p.json: the profile says that cache is of kind redis, and what answers is of kind mysql;"
                        + " change `kind` first, then capture again");
    }

    @Test
    void captureWhenItHoldsWhatNoProfileMayThenIsRefused() {
        CapturedService leaking = new CapturedService(
                "redis", new TreeMap<>(), List.of(), "redis://:canary@cache", null, new TreeMap<>());

        assertThatThrownBy(() -> ProfileWriter.create("orders", NOW, services(Map.of("cache", leaking))))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessageContaining("orders:11:14 /services/cache/url: a URL in a profile must not hold")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> ProfileWriter.refresh(Refusals.read(FULL), NOW, seen("a/b", "redis", Map.of())))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessageContaining("`a/b` is no name of a service");
    }

    @Test
    void valueWhenItHoldsHalfACharacterThenCapturingTwiceGivesNoDifference() {
        SortedMap<String, CapturedService> seen = seen("cache", "redis", Map.of("odd\ud800", "\udc00"));

        String once = ProfileWriter.refresh(Refusals.read(FULL), NOW, seen);

        assertThat(ProfileWriter.refresh(Refusals.read(once), BEFORE, seen)).isEqualTo(once);
    }

    @Test
    void ruleWhenAddedThenEverythingElseStaysAsItIs() {
        Rule waiver = new Rule(
                "orders-db/setting.*",
                List.of("development"),
                null,
                List.of(),
                null,
                null,
                new Rule.Waiver("a \"quoted\" reason", "team-orders", LocalDate.parse("2027-01-31")));
        ProfileDocument before = Refusals.read(FULL);

        ProfileDocument after = Refusals.read(ProfileWriter.withRule(before, waiver));

        List<Rule> rules = new ArrayList<>(before.profile().rules());
        rules.add(waiver);
        assertThat(after.profile().rules()).isEqualTo(rules);
        assertThat(withoutOneInsertion(before.text(), after.text())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"format\": 1, \"name\": \"x\" }",
                "{ \"format\": 1, \"name\": \"x\", \"rules\": [] }",
                "{\r\n\t\"format\": 1,\r\n\t\"name\": \"x\",\r\n\t\"rules\": [ { \"fact\": \"*\", \"severity\": \"info\" } ]\r\n}\r\n",
                "{\n  \"format\": 1,\n  \"name\": \"x\",\n  \"rules\": [\n    { \"fact\": \"*\", \"severity\": \"info\" }\n  ]\n}"
            })
    void ruleWhenAddedToAnyLayoutThenIsTheLastOne(String text) {
        Rule rule = new Rule(
                "*/version",
                List.of(),
                Compare.RANGE,
                List.of("[16,18)", "[19,)"),
                Severity.WARNING,
                Severity.INFO,
                null);

        String written = ProfileWriter.withRule(Refusals.read(text), rule);

        List<Rule> rules = Refusals.read(written).profile().rules();
        assertThat(rules.get(rules.size() - 1)).isEqualTo(rule);
    }

    @Test
    void ruleWhenNoProfileMayHoldItThenIsRefused() {
        Rule silent = new Rule("*/version", List.of(), null, List.of(), null, null, null);

        assertThatThrownBy(() -> ProfileWriter.withRule(Refusals.read(FULL), silent))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessageContaining("the rule says nothing");
    }

    @Test
    void lineWhenAskedForThenIsThatOfTheNameOrOfWhatHoldsIt() {
        ProfileDocument document = Refusals.read(
                "{\n \"format\": 1, \"name\": \"x\",\n \"services\": {\n  \"db\": { \"kind\": \"s3\" } } }");

        assertThat(document.line("services", "db")).isEqualTo(4);
        assertThat(document.line("services", "db", "facts", "version")).isEqualTo(4);
        assertThat(document.line("rules")).isEqualTo(1);
    }

    private static boolean withoutOneInsertion(String before, String after) {
        int same = 0;
        while (same < before.length() && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return after.endsWith(before.substring(same));
    }

    private static SortedMap<String, CapturedService> seen(String service, String kind, Map<String, String> facts) {
        return services(Map.of(
                service, new CapturedService(kind, new TreeMap<>(facts), List.of(), null, null, new TreeMap<>())));
    }

    private static SortedMap<String, CapturedService> services(Map<String, CapturedService> services) {
        return new TreeMap<>(services);
    }
}
