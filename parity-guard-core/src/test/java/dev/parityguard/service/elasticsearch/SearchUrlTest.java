package dev.parityguard.service.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://search,                      false, search,    80,   ''",
        "https://search,                     true,  search,    443,  ''",
        "http://search:9200/,                false, search,    9200, ''",
        "HTTPS://user:pw@es.example:9243/es/, true, es.example, 9243, /es",
        "opensearch+https://search:9200,     true,  search,    9200, ''",
        "http://[::1]:9200,                  false, ::1,       9200, ''",
    })
    void urlWhenOfTheFormThenItsPartsAreRead(String url, boolean tls, String host, int port, String path) {
        SearchUrl parsed = SearchUrl.parse(url, null);
        assertThat(parsed).isNotNull();
        assertThat(parsed.tls()).isEqualTo(tls);
        assertThat(parsed.host()).isEqualTo(host);
        assertThat(parsed.port()).isEqualTo(port);
        assertThat(parsed.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "ftp://search", "http://search:0", "http://search:65536", "http://a b"})
    void textWhenOfAnotherFormThenNone(String url) {
        assertThat(SearchUrl.parse(url, null)).isNull();
    }

    @Test
    void userAndPasswordWhenEncodedThenTheHeaderHasThemPlain() {
        SearchUrl parsed = SearchUrl.parse("http://us%2Fer:p%40s+s@search", null);
        byte[] expected = "us/er:p@s+s".getBytes(StandardCharsets.UTF_8);
        assertThat(parsed.authorization().reveal())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(expected));
    }

    @Test
    void keyWhenThereIsOneThenItCountsMoreAndCannotAddAHeader() {
        SearchUrl parsed = SearchUrl.parse("http://user:pw@search", Secret.of("abc\r\nX-Evil: 1"));
        assertThat(parsed.authorization().reveal()).isEqualTo("ApiKey abcX-Evil: 1");
        assertThat(parsed.toString()).doesNotContain("abc", "pw");
    }

    @Test
    void schemeWithAKindThenOnlyThatKindAcceptsIt() {
        assertThat(new OpensearchProvider().accepts(Target.url("opensearch+https://search")))
                .isTrue();
        assertThat(new ElasticsearchProvider().accepts(Target.url("opensearch+https://search")))
                .isFalse();
        assertThat(new OpensearchProvider().accepts(Target.url("http://search")))
                .isTrue();
    }
}
