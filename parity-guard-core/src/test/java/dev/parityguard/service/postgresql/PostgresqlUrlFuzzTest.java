package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text is read or refused, never anything else. */
class PostgresqlUrlFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] data) {
        parse("postgresql://" + new String(data, StandardCharsets.UTF_8));
    }

    static void parse(String text) {
        try {
            PostgresqlUrl url = PostgresqlUrl.parse(text);
            assertThat(url.driverUrl()).startsWith("jdbc:postgresql://");
            assertThat(url.driverProperties()).isNotNull();
        } catch (IllegalArgumentException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }
}
