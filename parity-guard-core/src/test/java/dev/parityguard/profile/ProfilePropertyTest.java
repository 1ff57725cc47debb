package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parityguard.fact.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any profile and any bytes; seeds make every run the same. */
class ProfilePropertyTest {
    @Test
    void refreshWhenAnyProfileThenChangesTheCapturedHalfOnly() {
        for (int seed = 0; seed < 400; seed++) {
            GeneratedProfiles generated = new GeneratedProfiles(seed);
            ProfileDocument before = Refusals.read(generated.profile());
            Profile.Captured captured = generated.captured();
            var seen = generated.seen();
            try {
                RefreshLaw.holds(before, captured, seen);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + before.text(), e);
            }
        }
    }

    @Test
    void valuesWhenAnyProfileThenStandWhereTheySay() {
        for (int seed = 0; seed < 200; seed++) {
            ProfileDocument document = Refusals.read(new GeneratedProfiles(seed).profile());
            checkSpans(document.text(), document.root());
        }
    }

    @Test
    void bytesWhenSpoiledThenAreReadOrRefusedWithAPlace() {
        byte[] good = Refusals.resource("full.json").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261121);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            refused += isRefused(spoiled(good, random)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(1_500);
        for (int length = 0; length < good.length - 2; length += 3) {
            assertThat(isRefused(Arrays.copyOf(good, length))).isTrue();
        }
    }

    private static byte[] spoiled(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "{}[],:\"\\0-.etf ".charAt(random.nextInt(15));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> System.arraycopy(good, 0, bytes, at, Math.min(bytes.length - at, random.nextInt(200)));
            }
        }
        return bytes;
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            ProfileReader.read(bytes, "p.json").fingerprint();
            return false;
        } catch (ProfileException e) {
            assertThat(e.getMessage())
                    .matches("(?s)p\\.json(:\\d+:\\d+ ?(/.*)?|: the profile is not written in UTF-8).*")
                    .hasSizeLessThan(1_000)
                    .doesNotContain("\n");
            return true;
        }
    }

    private static void checkSpans(String text, JsonValue value) {
        String span = text.substring(value.start(), value.end());
        if (value instanceof JsonValue.Mapping mapping) {
            assertThat(span).startsWith("{").endsWith("}");
            mapping.members().forEach((name, member) -> {
                assertThat(text.substring(member.start())).startsWith(Fingerprint.quoted(name));
                checkSpans(text, member.value());
            });
        } else if (value instanceof JsonValue.Array array) {
            assertThat(span).startsWith("[").endsWith("]");
            array.items().forEach(item -> checkSpans(text, item));
        } else if (value instanceof JsonValue.Text string) {
            assertThat(span).isEqualTo(Fingerprint.quoted(string.text()));
        } else if (value instanceof JsonValue.Whole whole) {
            assertThat(span).isEqualTo(String.valueOf(whole.number()));
        } else {
            fail("unexpected " + value);
        }
    }
}
