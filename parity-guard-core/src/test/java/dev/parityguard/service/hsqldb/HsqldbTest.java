package dev.parityguard.service.hsqldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.service.jdbc.PoolLook;
import org.junit.jupiter.api.Test;

class HsqldbTest {
    @Test
    void answersAreThoseOfAnEngineThatPadsAndFoldsUnicode() {
        Facts facts = PoolLook.at("jdbc:hsqldb:mem:plain").facts();
        assertThat(facts.value("behaviour.equality_ignores_trailing_blanks")).isEqualTo("yes");
        assertThat(facts.value("behaviour.upper")).isEqualTo("STRASSE É I");
        assertThat(facts.value("behaviour.rounding_decimal")).isEqualTo("3");
        assertThat(facts.value("behaviour.rounding_float")).isEqualTo("2");
        assertThat(facts.value("behaviour.identifier_case")).isEqualTo("ABC");
        assertThat(facts.value("setting.sql.enforce_size")).isEqualTo("true");
        assertThat(facts.value("behaviour.time_zone_rules")).startsWith("America/Mexico_City 06:00, Asia/Amman 15:00");
    }

    @Test
    void propertiesOfTheUrlShowInBehaviour() {
        Facts facts = PoolLook.at("jdbc:hsqldb:mem:set;sql.syntax_pgs=true;sql.nulls_first=false;sql.pad_space=false")
                .facts();
        assertThat(facts.value("setting.sql.syntax_pgs")).isEqualTo("true");
        assertThat(facts.value("behaviour.null_order")).isEqualTo("last");
        assertThat(facts.value("behaviour.equality_ignores_trailing_blanks")).isEqualTo("no");
    }

    @Test
    void userWithoutRightsSeesTheSame() {
        String url = "jdbc:hsqldb:mem:rights";
        try (PoolLook administrator = PoolLook.through(url, "SA", "")) {
            administrator.execute("CREATE USER APP PASSWORD 'x'");
            try (PoolLook plain = PoolLook.through(url, "APP", "x")) {
                assertThat(plain.observed()).isEqualTo(administrator.observed());
            }
        }
    }
}
