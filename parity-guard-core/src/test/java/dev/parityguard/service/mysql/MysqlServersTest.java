package dev.parityguard.service.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.MysqlServer.Product;
import dev.parityguard.service.mysql.MysqlLook.Driver;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One look at every server that can be had, with both drivers. */
class MysqlServersTest {
    private final FactCatalogue catalogue = new MysqlProvider().catalogue();

    static Stream<Arguments> servers() {
        return Stream.of(Product.values())
                .flatMap(product ->
                        MysqlServer.availableVersions(product).stream().map(version -> Arguments.of(product, version)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyVersionIsReadWholeByAPlainUserWhateverTheDriverClaims(Product product, String version) {
        try (MysqlServer server = MysqlServer.of(product, version)
                .user(MysqlLook.USER, MysqlLook.PASSWORD)
                .start()) {
            for (Driver driver : Driver.values()) {
                Observed seen = look(server, driver);
                Facts facts = seen.facts();
                assertThat(seen.unknowns()).isEmpty();
                assertThat(facts.value("product")).isEqualTo(product.name().toLowerCase(Locale.ROOT));
                assertThat(facts.value("version")).isEqualTo(version);
                assertThat(facts.value("platform")).isEqualTo("self-managed");
                assertThat(facts.value("clock.agrees_with_this_machine")).isEqualTo("yes");
                assertThat(facts.value("setting.transaction_isolation")).isEqualTo("REPEATABLE-READ");
                assertThat(facts.value("setting.sql_mode")).isEqualTo(facts.value("server_setting.sql_mode"));
                assertThat(facts.value("right.super")).isEqualTo("no");
                assertThat(facts.value("tls")).isEqualTo("no");
                assertThat(facts.value("behaviour.concat_operator")).isEqualTo("0");
                assertThat(facts.value("behaviour.identifier_length")).isEqualTo("64");
                assertThat(facts.get("identity.server") == null).isEqualTo(product == Product.MARIADB);
                assertThat(facts.size()).isGreaterThan(70);
                assertThat(facts.stream().map(Fact::name))
                        .allSatisfy(name ->
                                assertThat(catalogue.describe(name)).as(name).isNotNull());
                assertThat(look(server, driver)).isEqualTo(seen);
            }
            assertThat(MysqlLook.at(server, "", Driver.MARIADB, "root", "")
                            .facts()
                            .value("right.super"))
                    .isEqualTo("yes");
        }
    }

    /** The texts that are compared are those of the database, not of the connection. */
    @Test
    void behaviourIsThatOfTheDatabasesOwnCollation() {
        try (MysqlServer server = MysqlServer.mysql("8.0")
                .user(MysqlLook.USER, MysqlLook.PASSWORD)
                .start()) {
            server.execute(
                    "CREATE DATABASE modern",
                    "CREATE DATABASE latin CHARACTER SET latin1",
                    "CREATE DATABASE strict COLLATE utf8mb4_bin",
                    "GRANT SELECT ON *.* TO '" + MysqlLook.USER + "'@'127.0.0.1'");
            Facts modern = MysqlLook.at(server, "modern").facts();
            Facts latin = MysqlLook.at(server, "latin").facts();
            Facts strict = MysqlLook.at(server, "strict").facts();
            assertThat(modern.value("behaviour.equality_ignores_case")).isEqualTo("yes");
            assertThat(modern.value("behaviour.equality_ignores_trailing_blanks"))
                    .isEqualTo("no");
            assertThat(modern.value("behaviour.sort_order")).isEqualTo("_a 1-1 11 A a ä \"a b\" a-b ab B b é z");
            assertThat(latin.value("behaviour.equality_ignores_trailing_blanks"))
                    .isEqualTo("yes");
            assertThat(latin.value("behaviour.lower")).isEqualTo("not representable");
            assertThat(latin.value("behaviour.upper")).isEqualTo("STRAßE É I");
            assertThat(strict.value("behaviour.equality_ignores_case")).isEqualTo("no");
            assertThat(strict.value("behaviour.sort_order")).isEqualTo("1-1 11 A B _a a \"a b\" a-b ab b z ä é");
        }
    }

    private static Observed look(MysqlServer server, Driver driver) {
        return MysqlLook.at(server, "", driver, MysqlLook.USER, MysqlLook.PASSWORD);
    }
}
