package dev.parityguard.spring.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class StandInProviderTest {
    @Test
    void factsOfAnEmptyContextAreDescribedAndUnsuspicious() {
        FactCatalogue catalogue = new StandInProvider().catalogue();

        Facts facts = StandIns.seenIn(new DefaultListableBeanFactory(), new MockEnvironment())
                .observed()
                .facts();

        assertThat(facts.stream().map(Fact::name))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(catalogue.describe(name)).isNotNull());
        assertThat(facts.value("cache.manager")).isEqualTo("none");
        assertThat(facts.value("database.embedded")).isEqualTo("no");
        assertThat(facts.value("flyway.clean")).isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQLDialect, jdbc:postgresql://db/orders, true",
        "MyPostgresDialect, jdbc:postgresql://db/orders, true",
        "H2Dialect, jdbc:postgresql://db/orders, false",
        "MySQLDialect, jdbc:mariadb://db/orders, true",
        "OurDialect, jdbc:postgresql://db/orders,",
        "H2Dialect, jdbc:something://db/orders,",
        "H2Dialect, '',",
    })
    void dialectFitsOnlyItsOwnDriver(String dialect, String url, Boolean fits) {
        assertThat(Dialects.fit(dialect, url)).isEqualTo(fits);
    }
}
