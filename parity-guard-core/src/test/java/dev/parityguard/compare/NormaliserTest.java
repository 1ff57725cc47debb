package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Normalisation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCALE   | en_US.UTF-8      | en_US.utf8
            LOCALE   | C.UTF-8          | C.utf8
            LOCALE   | en-US            | en_US
            LOCALE   | de_DE.UTF-8@euro | de_DE.utf8@euro
            LOCALE   | de_DE.ISO_8859-1 | de_DE.iso88591
            ENCODING | UTF8             | UTF-8
            ENCODING | utf 8            | UTF_8
            SIZE     | 16MB             | 16384kB
            SIZE     | 1GB              | 1024 MiB
            SIZE     | 1.5k             | 1536
            SIZE     | 1TB              | 1024g
            SIZE     | 2m               | 2097152b
            SIZE     | 1tib             | 1024gib
            SIZE     | 4kib             | 4096
            SIZE     | 0                | 0kB
            DURATION | 5s               | 5000ms
            DURATION | 5000             | 5s
            DURATION | 0                | 0s
            DURATION | 0min             | 0.0d
            DURATION | 1min             | 60s
            DURATION | 1m               | 60s
            DURATION | 1h               | 60min
            DURATION | 1d               | 24h
            DURATION | 1500us           | 1.5ms
            DURATION | 7µs              | 7us
            BOOLEAN  | on               | true
            BOOLEAN  | YES              | 1
            BOOLEAN  | t                | y
            BOOLEAN  | off              | False
            BOOLEAN  | no               | 0
            BOOLEAN  | f                | n
            WORDS    | 'b, a,b'         | 'a b'
            LETTERS  | AKE              | EAK
            LETTERS  | AAKE             | EAK
            CASE     | Master           | mASTER
            NONE     | ' a b '          | a b
            """)
    void spellingsOfTheSameAreOne(Normalisation how, String one, String other) {
        assertThat(Normaliser.normalise(how, one)).isEqualTo(Normaliser.normalise(how, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCALE   | en_US.UTF-8 | en_US
            LOCALE   | en-US       | en_US.UTF-8
            LOCALE   | C.UTF-8     | C
            LOCALE   | de_DE.UTF-8 | de_DE.UTF-8@euro
            ENCODING | UTF8        | UTF8MB4
            SIZE     | 16MB        | 16kB
            SIZE     | -1          | 1
            SIZE     | 16 apples   | 16
            DURATION | 5s          | 5
            DURATION | 5 fortnights| 5
            BOOLEAN  | on          | off
            BOOLEAN  | on          | auto
            WORDS    | a b         | a c
            LETTERS  | KE          | KEA
            NONE     | a           | A
            """)
    void differentThingsStayDifferent(Normalisation how, String one, String other) {
        assertThat(Normaliser.normalise(how, one)).isNotEqualTo(Normaliser.normalise(how, other));
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE, 16MB, 16777216",
        "DURATION, 5s, 5000000",
        "SIZE, -1, -1",
        "BOOLEAN, auto, auto",
        "LOCALE, en-US, en_us",
        "LOCALE, de_DE.UTF-8@euro, de_de.utf8@euro",
        "WORDS, ' , a  b,', 'a,b'"
    })
    void oneSpellingIsChosen(Normalisation how, String text, String normalised) {
        assertThat(Normaliser.normalise(how, text)).isEqualTo(normalised);
    }
}
