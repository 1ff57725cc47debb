package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlElementTest {
    @Test
    void elementsAreFoundAtAnyDepthWhateverTheirNamespace() {
        XmlElement root = XmlElement.parse(bytes("<a xmlns='http://x/'><b><c> one </c></b><c>two</c></a>"));
        assertThat(root).isNotNull();
        assertThat(root.name()).isEqualTo("a");
        assertThat(root.first("c")).isEqualTo("one");
        assertThat(root.all("c")).hasSize(2);
        assertThat(root.first("d")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>",
                "\u0000\u0001",
                "<a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
                "<a><b></a></b>",
            })
    void textThatIsNoDocumentIsNone(String text) {
        assertThat(XmlElement.parse(bytes(text))).isNull();
    }

    @Test
    void documentThatIsTooDeepIsNone() {
        assertThat(XmlElement.parse(bytes("<a>".repeat(2_000) + "</a>".repeat(2_000))))
                .isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
