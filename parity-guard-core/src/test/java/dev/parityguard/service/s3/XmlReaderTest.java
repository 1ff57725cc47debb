package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class XmlReaderTest {
    private static final String EVERYTHING =
            "<?xml version='1.0' encoding=\"UTF-8\" ?>\n<!-- > --><l:List xmlns:l='http://x/' a='/>' b=\"'\" >\n"
                    + "<Key>é &lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</Key><Empty/><Empty b='>'/>own<!-- <Key> -->"
                    + "<![CDATA[<Key>&amp;]]></l:List >\n<!-- end -->";

    @Test
    void elementsWhenAtAnyDepthThenFoundWhateverTheirNamespace() {
        XmlElement root = read("<a xmlns='http://x/'><b><c> one </c></b><c>two</c></a>");
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
                "{}",
                "text <a/>",
                "<html><body>",
                "\u0000\u0001",
                "<",
                "<>",
                "<a",
                "<a b='></a>",
                "<a>&b;</a>",
                "<a>&",
                "<a>&#-1;</a>",
                "<a>&5;</a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
                "<!DOCTYPE a><a/>",
                "<a><b></a></b>",
                "<a><!-- </a>",
            })
    void textWhenNoDocumentThenNone(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void documentWhenTooDeepThenNone() {
        assertThat(read("<a>".repeat(2_000) + "</a>".repeat(2_000))).isNull();
    }

    @Test
    void documentWhenReadByTheJdkThenReadAlike() throws Exception {
        assertThat(read(EVERYTHING)).isNotNull().isEqualTo(readByTheJdk(EVERYTHING));
    }

    @Test
    void documentsWhenDamagedButStillReadByTheJdkThenReadAlike() throws Exception {
        Random random = new Random(42);
        int readable = 0;
        for (int i = 0; i < 20_000; i++) {
            String damaged = damaged(EVERYTHING, random);
            XmlElement expected = readByTheJdk(damaged);
            if (expected != null) {
                readable++;
                assertThat(read(damaged)).as(damaged).isEqualTo(expected);
            } else {
                read(damaged);
            }
        }
        assertThat(readable).isGreaterThan(1_000);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> damaged.deleteCharAt(at);
            case 1 -> damaged.setCharAt(at, text.charAt(random.nextInt(text.length())));
            default -> damaged.insert(at, text.charAt(random.nextInt(text.length())));
        }
        return damaged.toString();
    }

    private static @Nullable XmlElement read(String text) {
        return XmlReader.root(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable XmlElement readByTheJdk(String text) throws Exception {
        try {
            return element(
                    builder().parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException e) {
            return null;
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setCoalescing(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private static XmlElement element(Node node) {
        StringBuilder own = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                children.add(element(child));
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                own.append(child.getNodeValue());
            }
        }
        return new XmlElement(node.getLocalName(), own.toString().strip(), children);
    }
}
