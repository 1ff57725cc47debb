package dev.parityguard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.FactDescription;
import dev.parityguard.target.Target;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private final Providers providers = Providers.discover();

    @Test
    void everyKindOfTheHouseIsFound() {
        assertThat(providers.accepted())
                .contains("an Echo")
                .contains("DataSource")
                .contains("redis://")
                .contains("S3Client");
    }

    @Test
    void kindNobodyBringsHasAnEmptyCatalogue() {
        assertThat(providers.catalogue("carrier-pigeon").all()).isEmpty();
        assertThat(providers.catalogue("echo").describe("tone"))
                .extracting(FactDescription::title)
                .isEqualTo("Tone");
    }

    @Test
    void targetNobodyKnowsHasNoProvider() {
        assertThat(providers.accepting(Target.of(new Object()), null)).isNull();
    }

    @Test
    void ignoredFactsAreThoseWhoseDescriptionSaysSo() {
        assertThat(providers.isIgnored("echo", "loudness")).isTrue();
        assertThat(providers.isIgnored("echo", "tone")).isFalse();
        assertThat(providers.isIgnored("echo", "nobody-knows")).isFalse();
    }
}
