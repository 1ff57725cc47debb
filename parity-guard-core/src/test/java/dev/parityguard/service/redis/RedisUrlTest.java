package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.target.Secret;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {
    @Test
    void hostWhenNothingElseIsGivenThenHasTheUsualPort() {
        assertThat(RedisUrl.parse("redis://cache.example"))
                .isEqualTo(new RedisUrl(false, "cache.example", 6379, null, null, null));
    }

    @Test
    void everyPartWhenGivenThenIsRead() {
        assertThat(RedisUrl.parse("rediss://app:p%40ss%2Fw+rd@[::1]:6380/5?timeout=1s"))
                .isEqualTo(new RedisUrl(true, "::1", 6380, "app", Secret.of("p@ss/w+rd"), "5"));
    }

    @Test
    void userInfoWithoutColonThenIsThePassword() {
        assertThat(RedisUrl.parse("redis://secret@h"))
                .isEqualTo(new RedisUrl(false, "h", 6379, null, Secret.of("secret"), null));
        assertThat(RedisUrl.parse("redis://:secret@h"))
                .isEqualTo(new RedisUrl(false, "h", 6379, null, Secret.of("secret"), null));
    }

    @Test
    void passwordWhenItHoldsAtSignsAndPercentSignsOfItsOwnThenIsKept() {
        assertThat(RedisUrl.parse("redis://:a@b%zz:c@h"))
                .isEqualTo(new RedisUrl(false, "h", 6379, null, Secret.of("a@b%zz:c"), null));
    }

    @Test
    void databaseWhenAParameterThenIsRead() {
        assertThat(RedisUrl.parse("VALKEYS://h/?a=1&db=7&b=2"))
                .isEqualTo(new RedisUrl(true, "h", 6379, null, null, "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redis",
                "redis:",
                "redis://",
                "redis:///0",
                "redis://:pw@",
                "redis://h:0",
                "redis://h:65536",
                "redis://h:port",
                "redis://h/zero",
                "redis://a b",
                "http://h",
                "redis://p#w@h",
                "redis://h/1/2"
            })
    void textWhenItIsNoSuchUrlThenIsNotRead(String text) {
        assertThat(RedisUrl.parse(text)).isNull();
    }

    @Test
    void anyTextThenNeverThrowsAndNeverShowsThePassword() {
        Random random = new Random(42);
        String letters = "redis:/@[]?#%0159.a\u00e4\u0000 \ud83d&=";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "redis://u:pass-word@" : "");
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(String.valueOf(RedisUrl.parse(text.toString()))).doesNotContain("pass-word");
        }
    }
}
