package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', nullValues = "-", textBlock = """
            postgresql://u:p@h:5433/db jdbc:postgresql://h:5433/db u p
            postgres://u:p@h/db jdbc:postgresql://h:5432/db u p
            POSTGRES://u@h jdbc:postgresql://h:5432/ u -
            postgresql:// jdbc:postgresql://localhost:5432/ - -
            postgresql:///db jdbc:postgresql://localhost:5432/db - -
            postgresql:///db?host=h&port=5433&user=u&password=p jdbc:postgresql://h:5433/db u p
            postgresql://h?dbname=db jdbc:postgresql://h:5432/db - -
            postgresql://u:p%40%3A%2F%C3%A4@h/a%20b jdbc:postgresql://h:5432/a%20b u p@:/ä
            postgresql://u:p@ss@h/db jdbc:postgresql://h:5432/db u p@ss
            postgresql://u:a+b@h/db jdbc:postgresql://h:5432/db u a+b
            postgresql://u:p@[2001:db8::1]:5433/db jdbc:postgresql://[2001:db8::1]:5433/db u p
            postgresql://u:p@h1:5433,h2/db jdbc:postgresql://h1:5433,h2:5432/db u p
            jdbc:postgresql://h:5433/db?user=u&password=p jdbc:postgresql://h:5433/db u p
            jdbc:postgresql://h/db?user=u&password=a%2Bb jdbc:postgresql://h:5432/db u a+b
            jdbc:postgresql:db jdbc:postgresql://localhost:5432/db - -
            jdbc:postgresql:/ jdbc:postgresql://localhost:5432/ - -""")
    void urlIsReadAsItsClientsReadIt(String text, String driverUrl, String user, String password) {
        PostgresqlUrl url = PostgresqlUrl.parse(text);
        Properties properties = url.driverProperties();
        assertThat(url.driverUrl()).isEqualTo(driverUrl);
        assertThat(properties.getProperty("user")).isEqualTo(user);
        assertThat(properties.getProperty("password")).isEqualTo(password);
    }

    @Test
    void libpqParametersBecomeTheDriversAndOthersAreLeftOut() {
        Properties properties = PostgresqlUrl.parse(
                        "postgresql://h/db?sslmode=require&target_session_attrs=read-write&schema=public&socketFactory=x")
                .driverProperties();
        assertThat(properties).containsOnly(Map.entry("sslmode", "require"), Map.entry("targetServerType", "primary"));
    }

    @Test
    void jdbcParametersReachTheDriverAsTheyAre() {
        assertThat(PostgresqlUrl.parse("jdbc:postgresql://h/db?sslmode=require&currentSchema=a%2Cb")
                        .driverProperties())
                .containsEntry("currentSchema", "a,b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://u:canary@h/db",
                "postgresql:u:canary@h",
                "postgresql://u:canary@h:port/db",
                "postgresql://u:canary@h:0/db",
                "postgresql://u:canary@h:99999/db",
                "postgresql://u:canary%zz@h/db",
                "postgresql://u:canary%ff@h/db",
                "postgresql://u:canary@%2Fvar%2Frun/db",
                "postgresql:///db?host=/var/run&password=canary",
                "postgresql://u:canary@h h/db",
                "postgresql://u:can/ary@h/db"
            })
    void whatIsNoUrlIsRefusedWithoutTellingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresqlUrl.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("canary", "ary"));
    }

    @Test
    void textOfAUrlHoldsNoCredentials() {
        assertThat(PostgresqlUrl.parse("postgresql://canary1:canary2@h/db?sslpassword=canary3&options=canary4"))
                .hasToString("jdbc:postgresql://h:5432/db");
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(42);
        String alphabet = "ab:/@?&=%,[]+.0159\u0000\uD83D\u00e9 \\#";
        String[] starts = {"", "postgresql:", "postgres://", "jdbc:postgresql://", "jdbc:postgresql:"};
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PostgresqlUrlFuzzTest.parse(text.toString());
        }
    }
}
