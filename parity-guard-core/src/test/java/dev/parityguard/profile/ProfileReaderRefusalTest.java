package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderRefusalTest {
    @ParameterizedTest
    @MethodSource("dev.parityguard.profile.Refusals#all")
    void textWhenItIsNoProfileThenSaysWhereAndWhy(Refusals.Refusal refusal) {
        assertThatThrownBy(() -> Refusals.read(refusal.text()))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessage(refusal.message())
                .hasNoCause();
    }

    @Test
    void messagesThenNeverHoldASecret() {
        assertThat(Refusals.all().map(Refusals.Refusal::text).filter(text -> text.contains("canary")))
                .hasSizeGreaterThan(5);
        assertThat(Refusals.all().map(Refusals.Refusal::message)).noneMatch(message -> message.contains("canary"));
    }

    @Test
    void placeWhenOnALaterLineThenIsCountedFromThere() {
        assertThatThrownBy(() -> Refusals.read("{\r\n  \"format\": 1,\n\n  \"nam\": \"a\"\n}"))
                .hasMessageStartingWith("p.json:4:3 /nam: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\uFEFF", "\uFEFF \n"})
    void textWhenThereIsNoneThenSaysSo(String text) {
        assertThatThrownBy(() -> Refusals.read(text)).hasMessage("p.json:1:1: the profile is empty");
    }

    @Test
    void bytesWhenNotUtf8ThenSaysSo() {
        byte[] latin = "{\"name\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ProfileReader.read(latin, "p.json"))
                .hasMessage("p.json: the profile is not written in UTF-8");
    }

    @Test
    void sourceWhenMissingThenSaysHowToGetOne(@TempDir Path folder) {
        String message = ": there is no such profile; capture one where all is well, and keep it with the code";
        Path file = folder.resolve("parity-profile.json");

        assertThatThrownBy(() -> ProfileReader.read(file))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessage(file + message);
        assertThatThrownBy(() -> ProfileReader.read((InputStream) null, "p.json"))
                .hasMessage("p.json" + message);
    }

    @Test
    void sourceWhenUnreadableThenSaysSo(@TempDir Path folder) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        assertThatThrownBy(() -> ProfileReader.read(folder))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessage(folder + ": the profile cannot be read: IOException");
        assertThatThrownBy(() -> ProfileReader.read(broken, "p.json"))
                .isExactlyInstanceOf(ProfileException.class)
                .hasMessage("p.json: the profile cannot be read: IOException")
                .hasRootCauseMessage("disk on fire");
    }

    @Test
    void textWhenAsLargeAsAllowedThenIsReadAndNotOneByteMore(@TempDir Path folder) throws IOException {
        String start = "{\"format\":1,\"name\":\"a\"}";
        byte[] largest =
                (start + " ".repeat(ProfileReader.MAX_BYTES - start.length())).getBytes(StandardCharsets.UTF_8);
        byte[] larger =
                (start + " ".repeat(ProfileReader.MAX_BYTES - start.length() + 1)).getBytes(StandardCharsets.UTF_8);
        String message = ": the profile is too large: at most 4194304 bytes are read";

        assertThat(ProfileReader.read(largest, "p.json").profile().name()).isEqualTo("a");
        assertThatThrownBy(() -> ProfileReader.read(larger, "p.json")).hasMessage("p.json" + message);
        assertThatThrownBy(() -> ProfileReader.read(new ByteArrayInputStream(larger), "p.json"))
                .hasMessage("p.json" + message);
        Path file = Files.write(folder.resolve("p.json"), larger);
        assertThatThrownBy(() -> ProfileReader.read(file)).hasMessage(file + message);
    }

    @Test
    void textWhenTooDeepThenSaysSo() {
        String deepest = "{\"x\":" + "[".repeat(JsonText.MAX_DEPTH - 1) + "]".repeat(JsonText.MAX_DEPTH - 1) + "}";
        String deeper = "[".repeat(100_000);

        assertThatThrownBy(() -> Refusals.read(deepest)).hasMessageContaining("`format` is missing");
        assertThatThrownBy(() -> Refusals.read(deeper))
                .hasMessage("p.json:1:21 " + "/0".repeat(20) + ": the profile is nested deeper than 20 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "variables", "modes"})
    void textWhenItHoldsTooManyThenSaysHowMany(String section) {
        int most = switch (section) {
            case "services" -> ProfileFormat.MAX_SERVICES;
            case "variables" -> ProfileFormat.MAX_VARIABLES;
            default -> ProfileFormat.MAX_MODES;
        };
        String each = switch (section) {
            case "services" -> "{\"kind\":\"s3\"}";
            case "variables" -> "{}";
            default -> "\"warn\"";
        };

        Refusals.read(profile(section, members(most, each)));
        assertThatThrownBy(() -> Refusals.read(profile(section, members(most + 1, each))))
                .hasMessageContaining(" /" + section + ": holds " + (most + 1) + " " + section + "; at most " + most
                        + " are allowed");
    }

    @Test
    void textWhenItHoldsTooManyRulesThenSaysHowMany() {
        String rule = "{\"fact\":\"*\",\"severity\":\"info\"}";

        assertThat(Refusals.read(profile("rules", "[" + repeated(1_000, rule) + "]"))
                        .profile()
                        .rules())
                .hasSize(1_000);
        assertThatThrownBy(() -> Refusals.read(profile("rules", "[" + repeated(1_001, rule) + "]")))
                .hasMessageEndingWith(" /rules: holds 1001 rules; at most 1000 are allowed");
    }

    @Test
    void textWhenItHoldsTooManyFactsInAllThenSaysHowMany() {
        String half = "{\"kind\":\"s3\",\"facts\":" + members(25_000, "\"x\"") + "}";
        String more = "{\"kind\":\"s3\",\"facts\":" + members(25_001, "\"x\"") + "}";

        Refusals.read(profile("services", "{\"a\":" + half + ",\"b\":" + half + "}"));
        assertThatThrownBy(() -> Refusals.read(profile("services", "{\"a\":" + half + ",\"b\":" + more + "}")))
                .hasMessageEndingWith(" /services: the services hold 50001 facts; at most 50000 are allowed");
        assertThatThrownBy(() -> Refusals.read(
                        profile("services", "{\"a\":{\"kind\":\"s3\",\"facts\":" + members(50_001, "\"x\"") + "}}")))
                .hasMessageEndingWith(" /services/a/facts: holds 50001 facts; at most 50000 are allowed");
    }

    @Test
    void propertiesAndConditionsWhenTooManyThenAreRefused() {
        assertThatThrownBy(() -> Refusals.read(
                        profile("services", "{\"a\":{\"kind\":\"s3\",\"properties\":" + members(201, "\"x\"") + "}}")))
                .hasMessageEndingWith(" holds 201 properties; at most 200 are allowed");
        assertThatThrownBy(() ->
                        Refusals.read(profile("variables", "{\"A\":{\"requiredWhen\":" + members(101, "\"x\"") + "}}")))
                .hasMessageEndingWith(" holds 101 conditions; at most 100 are allowed");
    }

    @Test
    void nameWhenLongerThanAllowedThenIsRefused() {
        Refusals.read("{\"format\":1,\"name\":\"" + "n".repeat(200) + "\"}");
        assertThatThrownBy(() -> Refusals.read("{\"format\":1,\"name\":\"" + "n".repeat(201) + "\"}"))
                .hasMessageContaining("is no name of a profile");
    }

    @Test
    void textsWhenAsLongAsAllowedThenAreRead() {
        Refusals.read(profile("services", "{\"a\":{\"kind\":\"s3\",\"url\":\"" + "u".repeat(2_000) + "\"}}"));
        Refusals.read(profile(
                "variables",
                "{\"A\":{\"minLength\":0,\"type\":\"pattern\",\"pattern\":\"" + "p".repeat(1_000) + "\"}}"));
        assertThat(Source.quotable("q".repeat(60))).isEqualTo("q".repeat(60));
        assertThat(Source.quotable("q".repeat(61))).isEqualTo("q".repeat(60) + "…");
    }

    private static String profile(String section, String value) {
        return "{\"format\":1,\"name\":\"a\",\"" + section + "\":" + value + "}";
    }

    private static String members(int count, String each) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"n" + i + "\":" + each)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String repeated(int count, String each) {
        return String.join(",", Collections.nCopies(count, each));
    }
}
