package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespReaderTest {
    @Test
    void everyKindOfReplyThenIsReadAsAPlainValue() throws IOException {
        assertThat(read("*5\r\n+OK\r\n:42\r\n$3\r\n\u00e4a\r\n$-1\r\n*1\r\n*-1\r\n"))
                .isEqualTo(Arrays.asList("OK", 42L, "\u00e4a", null, Collections.singletonList(null)));
    }

    @Test
    void refusalThenIsAnExceptionInItsPlace() throws IOException {
        assertThat(read("-NOPERM no\r\n"))
                .isInstanceOf(IOException.class)
                .hasToString("java.io.IOException: NOPERM no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H",
                "HTTP/1.1 200 OK\r\n",
                "$5\r\nab",
                "$x\r\n",
                "*2\r\n+a\r\n",
                "+a\rb",
                "$2147483647\r\n",
                "*2147483647\r\n"
            })
    void bytesThatAreNoReplyThenAreRefused(String bytes) {
        assertThatIOException().isThrownBy(() -> read(bytes));
    }

    @Test
    void listsWithinListsWithoutEndThenAreRefused() {
        assertThatIOException().isThrownBy(() -> read("*1\r\n".repeat(100_000)));
    }

    @Test
    void anyBytesThenGiveAReplyOrAnIOException() {
        Random random = new Random(42);
        byte[] alphabet = "+-:$*0123\r\nab".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(30)];
            for (int n = 0; n < bytes.length; n++) {
                bytes[n] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                new RespReader(new ByteArrayInputStream(bytes)).read();
            } catch (IOException documented) {
                assertThat(documented).isNotNull();
            }
        }
    }

    private static @Nullable Object read(String bytes) throws IOException {
        return new RespReader(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8))).read();
    }
}
