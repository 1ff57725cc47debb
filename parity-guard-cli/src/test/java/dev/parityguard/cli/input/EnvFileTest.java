package dev.parityguard.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvFileTest {
    @Test
    void fileIsReadAsShellsAndComposeReadIt() {
        Map<String, String> variables =
                EnvFile.parse("""
                # a comment
                PLAIN=value # and another
                export EXPORTED = spaced
                EMPTY=
                SINGLE='as it is: ${PLAIN} #\\n'
                DOUBLE="two\\nlines and \\"quotes\\"" # behind
                LONG="first
                second"
                URL=postgresql://${PLAIN}:${OUTSIDE}@host/${NOBODY}#fragment
                """, "test.env", name -> name.equals("OUTSIDE") ? "from outside" : null);

        assertThat(variables)
                .containsEntry("PLAIN", "value")
                .containsEntry("EXPORTED", "spaced")
                .containsEntry("EMPTY", "")
                .containsEntry("SINGLE", "as it is: ${PLAIN} #\\n")
                .containsEntry("DOUBLE", "two\nlines and \"quotes\"")
                .containsEntry("LONG", "first\nsecond")
                .containsEntry("URL", "postgresql://value:from outside@host/${NOBODY}#fragment")
                .hasSize(7);
    }

    @Test
    void lineThatIsWrongIsToldByItsNumberAlone() {
        assertThatThrownBy(() -> EnvFile.parse("A=1\nB=\"x\" canary\n", "test.env", name -> null))
                .isInstanceOf(BadInput.class)
                .hasMessage("test.env:2: something follows the closing quote");
    }
}
