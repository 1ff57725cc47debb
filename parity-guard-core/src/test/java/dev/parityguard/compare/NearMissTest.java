package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    @ParameterizedTest
    @CsvSource({
        "PORTS,    PORT,     true",
        "PORTS,    POR,      false",
        "PORT,     PORTS,    false",
        "PORT,     P_O_R_T,  true",
        "API_KEYS, API_KE,   true",
        "API_KEY,  API_K,    false",
        "API_KEY,  API_KE,   true",
        "API_KEYS, API_K,    false",
        "ABCDEFGH, A_B_C_D_E_F_G_H_,  true",
        "ABCDEFGH, A_B_C_D_E_F_G_H__, false",
    })
    void nameWhenWithFewSlipsForItsLengthThenNear(String wanted, String other, boolean near) {
        assertThat(NearMiss.of(wanted, List.of(other))).isEqualTo(near ? other : null);
    }

    @Test
    void nameWhenTheWantedOneThenNoMiss() {
        assertThat(NearMiss.of("DATABASE_URL", List.of("DATABASE_URL"))).isNull();
    }

    @Test
    void namesWhenSeveralAreNearThenTheNearestAndThenTheFirst() {
        assertThat(NearMiss.of("DATABASE_URL", List.of("DATABAS_UR", "DATABASE_UR", "ATABASE_URL")))
                .isEqualTo("ATABASE_URL");
    }

    @Test
    void nameWhenTooLongThenNotCompared() {
        String longest = "A".repeat(100);
        assertThat(NearMiss.of(longest, List.of(longest.substring(1)))).isEqualTo(longest.substring(1));
        assertThat(NearMiss.of(longest + "A", List.of(longest))).isNull();
    }
}
