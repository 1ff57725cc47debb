package dev.parityguard.service.h2database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.service.jdbc.PoolLook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGULAR",
                "STRICT",
                "LEGACY",
                "DB2",
                "Derby",
                "HSQLDB",
                "MSSQLServer",
                "MariaDB",
                "MySQL",
                "Oracle",
                "PostgreSQL"
            })
    void modeIsSeenAndBringsNeitherCollationNorNullOrder(String mode) {
        Observed seen = PoolLook.at("jdbc:h2:mem:" + mode + ";MODE=" + mode);
        assertThat(seen.unknowns()).isEmpty();
        Facts facts = seen.facts();
        assertThat(facts.value("setting.MODE")).isEqualTo(mode);
        assertThat(facts.value("in_memory")).isEqualTo("yes");
        assertThat(facts.value("behaviour.equality_ignores_case")).isEqualTo("no");
        assertThat(facts.value("behaviour.null_order")).isEqualTo("first");
        assertThat(facts.value("behaviour.sort_order")).isEqualTo("1-1 11 A B _a a \"a b\" a-b ab b z ä é");
        assertThat(facts.value("behaviour.empty_string_is_null")).isEqualTo(mode.equals("Oracle") ? "yes" : "no");
        assertThat(facts.value("behaviour.time_zone_rules")).startsWith("America/Mexico_City 06:00, Asia/Amman 15:00");
    }

    @Test
    void settingsOfTheUrlShowInBehaviour() {
        Facts facts = PoolLook.at("jdbc:h2:mem:settings;DATABASE_TO_UPPER=FALSE;DEFAULT_NULL_ORDERING=HIGH")
                .facts();
        assertThat(facts.value("behaviour.identifier_case")).isEqualTo("Abc");
        assertThat(facts.value("behaviour.identifier_length")).isEqualTo("refused");
        assertThat(facts.value("behaviour.null_order")).isEqualTo("last");
        assertThat(facts.value("behaviour.date_order")).isEqualTo("refused");
    }

    @Test
    void userWithoutRightsSeesTheSame() {
        String url = "jdbc:h2:mem:rights";
        try (PoolLook administrator = PoolLook.through(url, "sa", "x")) {
            administrator.execute("CREATE USER app PASSWORD 'x'");
            try (PoolLook plain = PoolLook.through(url, "app", "x")) {
                assertThat(plain.observed()).isEqualTo(administrator.observed());
            }
        }
    }
}
