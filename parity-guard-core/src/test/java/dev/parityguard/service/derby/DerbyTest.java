package dev.parityguard.service.derby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.service.jdbc.PoolLook;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerbyTest {
    @TempDir
    private static Path directory;

    @BeforeAll
    static void keepDerbyFromLogging() {
        System.setProperty(
                "derby.stream.error.file", directory.resolve("derby.log").toString());
    }

    @Test
    void answersAreThoseOfAnEngineThatPadsAndCutsOff() {
        Facts facts = PoolLook.at("jdbc:derby:memory:plain;create=true").facts();
        assertThat(facts.value("version")).startsWith("10.16.1");
        assertThat(facts.value("behaviour.equality_ignores_trailing_blanks")).isEqualTo("yes");
        assertThat(facts.value("behaviour.null_order")).isEqualTo("last");
        assertThat(facts.value("behaviour.rounding_cast")).isEqualTo("2");
        assertThat(facts.value("behaviour.substring_from_zero")).isEqualTo("refused");
        assertThat(facts.value("behaviour.equality_ignores_case")).isEqualTo("no");
        assertThat(facts.value("setting.isolation")).isEqualTo("CS");
        assertThat(facts.value("setting.derby.database.collation")).isEqualTo("UCS_BASIC");
    }

    /** The words of a statement sort as system texts do; the collation of user tables shows in the property. */
    @Test
    void collationOfTheDatabaseIsSeen() {
        Facts facts = PoolLook.at(
                        "jdbc:derby:memory:swedish;create=true;territory=sv_SE;collation=TERRITORY_BASED:SECONDARY")
                .facts();
        assertThat(facts.value("setting.derby.database.collation")).isEqualTo("TERRITORY_BASED:SECONDARY");
    }

    /** With authorization on, Derby lets only the owner of the database read its properties. */
    @Test
    void userWithoutRightsLeavesUnknowns() {
        String url = "jdbc:derby:memory:rights";
        try (PoolLook owner = PoolLook.through(url + ";create=true", "OWNER", "x")) {
            owner.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.database.sqlAuthorization', 'true')");
            assertThat(owner.observed().facts().value("setting.derby.database.sqlAuthorization"))
                    .isEqualTo("true");
        }
        shutDown(url);
        try (PoolLook plain = PoolLook.through(url, "APP", "x")) {
            Observed seen = plain.observed();
            assertThat(seen.facts().value("behaviour.upper")).isEqualTo("STRASSE É I");
            assertThat(seen.unknowns())
                    .extracting(Unknown::fact, Unknown::cause)
                    .contains(tuple("setting.derby.database.collation", Unknown.Cause.NOT_PERMITTED));
        }
    }

    private static void shutDown(String url) {
        try {
            DriverManager.getConnection(url + ";shutdown=true;user=OWNER;password=x")
                    .close();
        } catch (SQLException shutDown) {
            assertThat(shutDown.getSQLState()).isEqualTo("08006");
        }
    }
}
